/**
 * Where to go after sign-in: only a path on this origin. What a browser would read as another host
 * (`//host`, `/\host`, control characters) becomes `/`.
 */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  try {
    const url = new URL(wanted, location.origin);
    const path = url.pathname + url.search + url.hash;
    return url.origin === location.origin && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
}
