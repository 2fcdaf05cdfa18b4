import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { log, loggedPath } from "~/http/log.server";
import { NonceContext } from "~/ui/nonce";

export const streamTimeout = 10_000;

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { nonce, requestId }: AppLoadContext): Promise<Response> {
  if (request.headers.get("accept") === "application/json") return Promise.resolve(asJson(status, headers, context));
  return new Promise((resolve, reject) => {
    let begun = false;
    let outcome = status;
    // Nothing on our pages comes later than the rest, so a page is sent whole: in a few large pieces instead of many small ones, and with the outcome it has.
    const pieces: Buffer[] = [];
    const page = new Writable({
      write(piece: Buffer, _encoding, taken) {
        pieces.push(piece);
        taken();
      },
      final(done) {
        const body = Buffer.concat(pieces);
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Length", String(body.byteLength));
        resolve(new Response(body, { headers, status: outcome }));
        done();
      },
    });
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: () => {
          begun = true;
        },
        onAllReady: () => {
          clearTimeout(late);
          pipe(page);
        },
        onShellError: reject,
        onError: (fault) => {
          outcome = 500;
          // Before that the fault is reported where it is caught.
          if (begun) log.error({ requestId, path: loggedPath(request.url), err: fault }, "fault while the page was made");
        },
      },
    );
    const late = setTimeout(abort, streamTimeout + 1_000);
  });
}

/** A page asked for as JSON, by the panel beside a text, is what its loader or action says: rights and rules are the page's own. */
function asJson(status: number, headers: Headers, { staticHandlerContext: { matches, loaderData, actionData, errors } }: EntryContext): Response {
  const id = matches.at(-1)?.route.id ?? "";
  const [error] = Object.values(errors ?? {});
  const reason = isRouteErrorResponse(error) && error.status < 500 && typeof error.data === "string" ? error.data : error && "Something went wrong here.";
  headers.set("Content-Type", "application/json; charset=utf-8");
  headers.append("Vary", "Accept");
  return new Response(JSON.stringify({ page: loaderData[id] ?? null, answer: actionData?.[id] ?? null, error: reason ?? null }), { status, headers });
}

export function handleError(fault: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // An address that is not ours is told to who asked for it, and is no fault.
  if (request.signal.aborted || (isRouteErrorResponse(fault) && fault.status < 500)) return;
  log.error({ requestId: context.requestId, method: request.method, path: loggedPath(new URL(request.url).pathname), err: fault }, "fault");
}
