import type { RequestHandler } from "express";

/** The headers of every response, faults and files included. */
export function securityHeaders(origin: string): RequestHandler {
  const secure = origin.startsWith("https:");
  const socket = origin.replace(/^http/, "ws");
  return (request, response, next) => {
    response.removeHeader("X-Powered-By");
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(response.locals.nonce, socket, isForAnybody(request.path), secure));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    response.setHeader("Cache-Control", "no-store");
    if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}

/** The pages that anybody may read, and that caches may keep a minute. */
export function isLibrary(path: string): boolean {
  return path === "/library" || path.startsWith("/library/");
}

/** Pages for whoever has no account: the library, a survey's sheet, the box for concerns. No script runs there, and nobody's address is written down. */
export function isForAnybody(path: string): boolean {
  return isLibrary(path) || path.startsWith("/surveys/") || path === "/concerns/new" || path === "/concerns/answer";
}

/** Remix sets its own headers on a page; a page in the library may be kept unless it set a cookie or failed. */
export const libraryCache: RequestHandler = (request, response, next) => {
  if (isLibrary(request.path) && (request.method === "GET" || request.method === "HEAD")) {
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      const status = typeof args[0] === "number" ? args[0] : response.statusCode;
      if (status === 200 && !response.hasHeader("Set-Cookie")) response.setHeader("Cache-Control", "public, max-age=60");
      return writeHead(...args);
    }) as typeof response.writeHead;
  }
  next();
};

function contentSecurityPolicy(nonce: string, socket: string, forAnybody: boolean, secure: boolean): string {
  const rules = [
    "default-src 'self'",
    forAnybody ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    forAnybody ? "worker-src 'none'" : "worker-src 'self'",
    forAnybody ? "connect-src 'none'" : `connect-src 'self' ${socket}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (secure) rules.push("upgrade-insecure-requests");
  return rules.join("; ");
}
