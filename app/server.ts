import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import * as build from "virtual:remix/server-build";
import { assets } from "./http/assets.server";
import { isForAnybody, libraryCache, securityHeaders } from "./http/headers.server";
import type { LoadContext } from "./http/load-context.server";
import { log, loggedPath } from "./http/log.server";
import { bodyLimit, sameOrigin } from "./http/origin.server";
import { publishedPages } from "./http/published-pages.server";
import { withRefusalPages } from "./http/refusal-page.server";
import { routesByPlace } from "./http/routes-by-place.server";
import { BadSetting, readSettings, type Settings } from "./http/settings.server";
import { largestUpload } from "./http/upload.server";
import { startJobs, type Jobs } from "./jobs/start-jobs.server";
import { attachCollaboration, type Collaboration } from "./realtime/attach.server";
import { firstStart } from "./first-start.server";
import { connect, database, disconnect, health } from "./store/database.server";
import { DatabaseUnavailable } from "./store/database-unavailable.server";
import { openDatabase } from "./store/embedded.server";
import { migrate } from "./store/migrations.server";
import { recordedSoFar } from "./store/records.server";

const largestBody = 12 * 1_048_576;
// What anybody may send: a comment in any script, and nothing near a file.
const largestComment = 131_072;
const patience = 8_000;

async function start(): Promise<void> {
  const settings = readSettings();
  const stopping = new AbortController();
  // Asked twice (Ctrl+C reaches us and our parent, who passes it on), it still stops once, in order.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

  const opened = await openDatabase(settings);
  try {
    const applied = await migrate(opened);
    if (applied.length > 0) console.log(`Database: ${applied.length} ${applied.length === 1 ? "change" : "changes"} applied.`);
    await connect(opened.url);
    await firstStart(settings, (line) => console.log(line));
    if (stopping.signal.aborted) throw new DatabaseUnavailable("Stopped before the start was complete.");

    const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 10_000 });
    const collaboration = attachCollaboration(server, { settings });
    server.on("request", pages(settings, collaboration));
    await listening(server, settings);
    const jobs = await startJobs({ url: opened.url, post: settings, report: (fault, job) => log.error({ job, err: fault }, "fault in a job") });
    console.log(`Concord is at ${settings.origin}`);

    stopping.signal.addEventListener("abort", () => {
      void stop(server, collaboration, jobs, opened.close).then(
        () => process.exit(0),
        (fault: unknown) => {
          log.error({ err: fault }, "fault while stopping");
          process.exit(1);
        },
      );
    });
  } catch (fault) {
    await disconnect().catch(() => {});
    await opened.close();
    throw fault;
  }
}

function pages(settings: Settings, collaboration: Collaboration): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", settings.trustProxy);
  app.use(named, accessLog, securityHeaders(settings.origin));
  app.get("/health", healthAnswer(collaboration));
  app.use(assets(clientFolder()));
  app.use(sameOrigin(settings.origin, (request) => log.warn({ address: request.ip, method: request.method, path: loggedPath(request.path), origin: request.headers.origin }, "refused: another origin")));
  app.use(bodyLimitByPath, asOrigin(settings.origin), libraryCache, publishedPages(() => recordedSoFar(database())));
  app.all("*", answers());
  app.use(lastResort);
  return app;
}

/** The pages, each answered by a handler that knows the routes of its own place. */
function answers(): RequestHandler {
  const buildFor = routesByPlace(withRefusalPages(build));
  const handlers = new Map<ServerBuild, RequestHandler>();
  const handlerOf = (routes: ServerBuild) => {
    const known = handlers.get(routes) ?? createRequestHandler({ build: routes, mode: "production", getLoadContext: (_request, response): LoadContext => contextOf(response.locals) });
    handlers.set(routes, known);
    return known;
  };
  return (request, response, next) => handlerOf(buildFor(request.path))(request, response, next);
}

/** A file to import may be larger than any other form; the page itself says so when it is too large. */
const importPaths = new Set(["/documents/import", "/evaluation/imports/new"]);
const bodyLimitByPath: RequestHandler = (request, response, next) => bodyLimit(importPaths.has(request.path) ? largestUpload : isForAnybody(request.path) ? largestComment : largestBody)(request, response, next);

/** A name for the request that a person can read out, and a nonce that only this response knows. */
const named: RequestHandler = (request, response, next) => {
  const context: LoadContext = { nonce: randomBytes(16).toString("base64url"), requestId: randomUUID(), clientAddress: request.ip ?? "" };
  Object.assign(response.locals, context);
  response.setHeader("X-Request-Id", context.requestId);
  next();
};

function contextOf({ nonce, requestId, clientAddress }: Record<string, string>): LoadContext {
  return { nonce: nonce ?? "", requestId: requestId ?? "", clientAddress: clientAddress ?? "" };
}

const accessLog: RequestHandler = (request, response, next) => {
  const begun = performance.now();
  response.once("close", () => {
    if (request.path.startsWith("/assets/") || request.path === "/health") return;
    const { requestId, clientAddress } = contextOf(response.locals);
    // Who reads the library or comments in it, or answers a survey, leaves no trace of where from.
    const address = isForAnybody(request.path) ? undefined : clientAddress;
    log.info({ requestId, address, method: request.method, path: loggedPath(request.originalUrl), status: response.statusCode, ms: Math.round(performance.now() - begun) });
  });
  next();
};

function healthAnswer(collaboration: Collaboration): RequestHandler {
  const version = readVersion();
  return (_request, response) => {
    void health().then((state) => {
      const realtime = state === "up" && collaboration.healthy() ? "up" : "down";
      response.status(state === "up" ? 200 : 503).json({ status: state === "up" ? "ok" : "unavailable", version, database: state, realtime });
    });
  };
}

/** Pages see our own address and never what a client, or a proxy, claims it to be. */
function asOrigin(origin: string): RequestHandler {
  const { host, protocol } = new URL(origin);
  return (request, _response, next) => {
    for (const name of Object.keys(request.headers)) if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
    request.headers.host = host;
    // Let through above as a form of ours; the pages know no origin "null".
    if (request.headers.origin === "null") request.headers.origin = origin;
    Object.defineProperty(request, "protocol", { value: protocol.slice(0, -1) });
    Object.defineProperty(request, "hostname", { value: host.replace(/:\d+$/, "") });
    next();
  };
}

const lastResort: ErrorRequestHandler = (fault: unknown, request, response, _next) => {
  const { requestId } = contextOf(response.locals);
  const status = isBadRequest(fault) ? 400 : 500;
  if (status === 500) log.error({ requestId, path: loggedPath(request.originalUrl), err: fault }, "fault");
  if (response.headersSent) return void response.destroy();
  response.status(status).type("text/plain").send(status === 400 ? "That address cannot be read." : `Something went wrong here. It is on record as ${requestId}.`);
};

function isBadRequest(fault: unknown): boolean {
  return fault instanceof URIError || (fault instanceof Error && "status" in fault && fault.status === 400);
}

function listening(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (fault: NodeJS.ErrnoException) => {
      if (fault.code === "EADDRINUSE") reject(new BadSetting(`PORT is ${port}, but something else already listens there: choose another, for example PORT=${port + 1}`));
      else if (fault.code === "EADDRNOTAVAIL" || fault.code === "ENOTFOUND") reject(new BadSetting(`HOST is "${host}", but an address of this machine was expected, for example HOST=127.0.0.1`));
      else if (fault.code === "EACCES") reject(new BadSetting(`PORT is ${port}, but this user may not listen there: choose one above 1023, for example PORT=3000`));
      else reject(fault);
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no more requests, finishes those under way, and lets the database go last. */
async function stop(server: Server, collaboration: Collaboration, jobs: Jobs, closeDatabase: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await Promise.all([collaboration.close(), jobs.stop()]);
  server.closeIdleConnections();
  await closed;
  clearTimeout(late);
  await disconnect();
  await closeDatabase();
}

function projectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
}

function clientFolder(): string {
  return path.join(projectFolder(), "build", "client");
}

function readVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(projectFolder(), "package.json"), "utf8"));
  return version;
}

await start().catch((fault: unknown) => {
  // What a person can put right is said in its own sentence, without a stack.
  if (fault instanceof BadSetting || fault instanceof DatabaseUnavailable) console.error(fault.message);
  else console.error(fault);
  process.exit(1);
});
