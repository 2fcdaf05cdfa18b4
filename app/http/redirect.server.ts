import { readSettings } from "./settings.server";

const here = "https://concord.invalid";

/** The path that somebody asked to go on to, when it is surely one of ours; otherwise `otherwise`. */
export function safeRedirect(next: string | null | undefined, otherwise = "/"): string {
  if (!next || next.length > 2_000 || !URL.canParse(next, here)) return otherwise;
  const url = new URL(next, here);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === here && [next, path].every(plainPath) ? path : otherwise;
}

/** The sign-in page that leads back to where the person is. A refused write leads back to the page of its form. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const next = safeRedirect(request.method === "GET" || request.method === "HEAD" ? `${pathname}${search}` : cameFrom(request));
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The page of ours that the person came from, if the browser says so. */
export function cameFrom(request: Request): string | null {
  const referer = request.headers.get("Referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { origin, pathname, search } = new URL(referer);
  if (origin !== new URL(request.url).origin) return null;
  const path = `${pathname}${search}`;
  return safeRedirect(path) === path ? path : null;
}

/** One slash first and no second, no backslash and no control character, however often it is decoded. */
function plainPath(path: string): boolean {
  let seen = path;
  for (let turn = 0; turn < 4; turn++) {
    if (!/^\/(?!\/)/.test(seen) || /[\\\u0000-\u001f\u007f-\u009f]/.test(seen) || /^\/\s*\//.test(seen)) return false;
    let decoded: string;
    try {
      decoded = decodeURIComponent(seen);
    } catch {
      // A sign such as % that stood there encoded; as it arrived, the path must be readable.
      return turn > 0;
    }
    if (decoded === seen) return true;
    seen = decoded;
  }
  return false;
}

/** A path of ours as people pass it on: never by what a request claims our name to be. */
export function ownAddress(path: string): string {
  return new URL(path, readSettings().origin).href;
}
