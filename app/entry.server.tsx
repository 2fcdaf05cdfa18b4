import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isForAnybody } from "~/http/headers.server";
import { log, loggedPath } from "~/http/log.server";
import { NonceContext } from "~/ui/nonce";

export const streamTimeout = 10_000;

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { nonce, requestId }: AppLoadContext): Promise<Response> {
  if (request.headers.get("accept") === "application/json") return Promise.resolve(asJson(status, headers, context));
  return new Promise((resolve, reject) => {
    let sent = false;
    let outcome = status;
    const show = () => {
      sent = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: outcome }));
      pipe(body);
    };
    // Search engines, and pages without script, get the page whole.
    const whole = isbot(request.headers.get("user-agent")) || isForAnybody(new URL(request.url).pathname);
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady: whole ? undefined : show,
        onAllReady: whole ? show : undefined,
        onShellError: reject,
        onError: (fault) => {
          outcome = 500;
          // Before the first byte the fault is reported where it is caught.
          if (sent) log.error({ requestId, path: loggedPath(request.url), err: fault }, "fault while the page was sent");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
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
  if (request.signal.aborted) return;
  log.error({ requestId: context.requestId, method: request.method, path: loggedPath(new URL(request.url).pathname), err: fault }, "fault");
}
