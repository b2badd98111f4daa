// Shows new mails without moving anything while there are none.
const letters = document.getElementById('letters');

async function look() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
    const fresh = page.getElementById('letters');
    if (fresh && fresh.innerHTML !== letters.innerHTML) {
      letters.innerHTML = fresh.innerHTML;
    }
  } catch {
    // the demo has ended
  }
}

setInterval(look, 2000);
