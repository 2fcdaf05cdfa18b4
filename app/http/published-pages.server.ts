import type { Request, RequestHandler, Response } from "express";
import { isLibrary } from "./headers.server";

/** A page as it was sent, and what had been recorded when it was begun. */
type Kept = { recorded: string; minute: number; type: string; body: Buffer };

const mostPages = 300;
const largestPage = 2 * 1_048_576;
const minuteNow = () => Math.floor(Date.now() / 60_000);

/**
 * Sends a page of the library again as it was made, for as long as no program has recorded an act and the minute is not over:
 * its days and deadlines are the clock's. Only for whoever has no session, since only they all see the same.
 * @param recorded what was recorded so far, as a word that changes with every act
 */
export function publishedPages(recorded: () => Promise<string>): RequestHandler {
  const pages = new Map<string, Kept>();
  return (request, response, next) => {
    if (!sameForAll(request)) return next();
    const minute = minuteNow();
    recorded().then(
      (now) => {
        const known = pages.get(request.originalUrl);
        if (known && known.recorded === now && known.minute === minute) return void response.type(known.type).end(known.body);
        collect(response, (type, body) => {
          pages.delete(request.originalUrl);
          pages.set(request.originalUrl, { recorded: now, minute, type, body });
          for (const oldest of pages.keys()) if (pages.size > mostPages) pages.delete(oldest);
        });
        next();
      },
      // The page itself says what is wrong.
      () => next(),
    );
  };
}

function sameForAll({ method, path, headers }: Request): boolean {
  return method === "GET" && isLibrary(path) && headers.cookie === undefined && headers.accept !== "application/json" && !path.endsWith(".data");
}

/** Hears a page while it is sent, and tells of it once it was sent whole. */
function collect(response: Response, keep: (type: string, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  let size = 0;
  const hear = (piece: unknown) => {
    if (!(piece instanceof Uint8Array)) return;
    size += piece.byteLength;
    if (size <= largestPage) pieces.push(Buffer.from(piece));
  };
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  response.write = ((...args: unknown[]) => (hear(args[0]), write(...args))) as typeof response.write;
  response.end = ((...args: unknown[]) => (hear(args[0]), end(...args))) as typeof response.end;
  response.once("finish", () => {
    const type = String(response.getHeader("Content-Type") ?? "");
    if (response.statusCode === 200 && type.startsWith("text/html") && size <= largestPage && !response.hasHeader("Set-Cookie")) keep(type, Buffer.concat(pieces));
  });
}
