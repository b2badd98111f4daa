/** Addresses of Zoom come from our server; a script address would still never be followed. */
function webAddress(url: string): string {
  if (!/^https?:$/.test(new URL(url, location.origin).protocol)) throw new Error('Not a web address');
  return url;
}

export const leaveFor = (url: string) => location.assign(webAddress(url));

/**
 * A tab opened within the click, before the address is known, since browsers block tabs opened later.
 * Without one (blocked), the address opens in this tab.
 */
export function openTabEarly(title: string) {
  const tab = window.open('', '_blank');
  if (tab) {
    tab.opener = null;
    tab.document.title = title;
  }
  const usable = () => tab !== null && !tab.closed;
  return {
    opened: usable,
    go: (url: string) => (usable() ? tab?.location.replace(webAddress(url)) : leaveFor(url)),
    close: () => tab?.close(),
  };
}
