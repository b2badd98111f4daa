// Keeps the overview fresh, and the focus where it was.
const state = document.getElementById("state");
let shown = "";

// A button that has done its work is gone: then its meeting's link is next to it.
function stillThere(id) {
  return document.getElementById(id) ?? document.getElementById(id.replace(/^[a-z]+-/, "join-"));
}

async function refresh() {
  if (document.hidden) return;
  const response = await fetch("/overview").catch(() => null);
  if (!response || !response.ok) return;
  const html = await response.text();
  const lasting = html.replace(/<p>Sandbox time:.*?<\/p>/, "");
  if (lasting === shown) return;
  shown = lasting;
  const focused = document.activeElement && document.activeElement.id;
  const scrolled = [...state.querySelectorAll(".scroll")].map((each) => each.scrollLeft);
  state.innerHTML = html;
  state.querySelectorAll(".scroll").forEach((each, index) => { each.scrollLeft = scrolled[index] ?? 0; });
  if (focused) stillThere(focused)?.focus({ preventScroll: true });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.action.includes("/actions/")) return;
  event.preventDefault();
  await fetch(form.action, { method: "POST", redirect: "manual" });
  refresh();
});

setInterval(refresh, 2000);
