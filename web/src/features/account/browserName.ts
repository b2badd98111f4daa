/** The order matters: each of these also calls itself by the names after it. */
const names: [string, RegExp][] = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrom(?:e|ium)\//],
  ['Safari', /Safari\//],
];

const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

const first = (known: [string, RegExp][], text: string) => known.find(([, pattern]) => pattern.test(text))?.[0];

/** "Firefox, Windows", as far as a browser tells; undefined where it is none that is known. */
export function browserName(userAgent: string | undefined): string | undefined {
  if (!userAgent) return undefined;
  const parts = [first(names, userAgent), first(systems, userAgent)].filter(Boolean);
  return parts.length ? parts.join(', ') : undefined;
}
