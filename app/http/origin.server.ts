import type { Request, RequestHandler } from "express";

const refusal = "This request did not come from a page of this workplace, so nothing was changed: open the page again and repeat what you did.";

/** Where mail programs send the one click that ends mail (RFC 8058): without cookies, and from nowhere. The token in the address is what counts there. */
const fromAnywhere = /^\/unsubscribe\/[A-Za-z0-9_-]{43}(\.data)?$/;

/** Takes changes only from our own pages. `refused` hears of the others. */
export function sameOrigin(origin: string, refused: (request: Request) => void): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    if (fromAnywhere.test(request.path)) {
      // Nobody's session goes with it, and Remix is not asked to compare what it does not have.
      delete request.headers.origin;
      delete request.headers.cookie;
      return next();
    }
    if (comesFrom(origin, request.headers)) return next();
    refused(request);
    response.status(403).type("text/plain").send(refusal);
  };
}

/** Also asked when a socket is opened. */
export function comesFrom(origin: string, headers: { origin?: string | undefined; "sec-fetch-site"?: string | string[] | undefined }): boolean {
  const site = headers["sec-fetch-site"];
  // The page of an invitation sends no referrer, and a browser then sends the origin "null" with its form; only a page of ours is called same-origin.
  if (headers.origin === "null") return site === "same-origin";
  return headers.origin === origin && (site === undefined || site === "same-origin" || site === "none");
}

/** A body must say how long it is, and be no longer than `limit` bytes. */
export function bodyLimit(limit: number): RequestHandler {
  return (request, response, next) => {
    if (request.headers["transfer-encoding"] !== undefined) return void response.status(411).type("text/plain").send("A request must say how long it is.");
    if (Number(request.headers["content-length"] ?? 0) > limit)
      return void response.status(413).type("text/plain").send(`That is larger than the ${limit < 1_048_576 ? `${Math.floor(limit / 1_024)} KB` : `${Math.floor(limit / 1_048_576)} MB`} that can be sent at once. Nothing was stored.`);
    next();
  };
}
