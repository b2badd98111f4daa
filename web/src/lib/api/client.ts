import { askToConfirmSignIn } from './confirmation';
import { isProblem, Problem } from './problem';

const CSRF_COOKIE = 'XSRF-TOKEN';

/** Of several values each is a parameter of the same name. */
type Query = Record<string, string | number | string[] | undefined>;
interface Options {
  body?: unknown;
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Is sent even as the page goes away. */
  keepalive?: boolean;
}

/** Path segments are escaped here, so that a token out of an address can never reach another endpoint. */
export function path(strings: TemplateStringsArray, ...segments: string[]): string {
  return strings.reduce((whole, part, i) => whole + encodeURIComponent(segments[i - 1] ?? '') + part);
}

/** For a link that the browser follows itself, as for a download. */
export const href = (url: string, query?: Query) => `/api/v1${url}${queryString(query)}`;

/** Where the server wants to know that it is still the same person, they are asked, and it is tried once more. */
export async function request<T>(...call: Parameters<typeof attempt>): Promise<T> {
  try {
    return await attempt<T>(...call);
  } catch (problem) {
    if (isProblem(problem, 'sign-in-again') && (await askToConfirmSignIn())) return attempt<T>(...call);
    throw problem;
  }
}

async function attempt<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, options: Options = {}): Promise<T> {
  const response = await send(method, url, options);
  if (response.ok) {
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
  throw new Problem(await problemBody(response), response.status);
}

async function send(method: string, url: string, { body, query, headers, signal, keepalive }: Options): Promise<Response> {
  try {
    // Whoever comes by a mailed link has not been given the cookie yet without which nothing can be sent.
    if (method !== 'GET' && !cookie(CSRF_COOKIE)) await fetch('/api/v1/session', { credentials: 'same-origin', signal });
    return await fetch(href(url, query), {
      method,
      signal,
      keepalive,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'X-XSRF-TOKEN': cookie(CSRF_COOKIE) }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw Problem.network();
  }
}

async function problemBody(response: Response): Promise<object> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

function queryString(query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => [value ?? ''].flat().map((one) => [name, String(one)]));
  const said = given.filter(([, value]) => value !== '');
  return said.length ? `?${new URLSearchParams(said)}` : '';
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
