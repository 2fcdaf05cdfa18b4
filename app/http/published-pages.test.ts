import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { publishedPages } from "./published-pages.server";

let server: Server;
let made = 0;
let recorded: () => Promise<string>;

beforeEach(async () => {
  made = 0;
  recorded = () => Promise.resolve("1");
  const app = express();
  app.use(publishedPages(() => recorded()));
  app.all("*", (request, response) => {
    made += 1;
    if (request.path.endsWith("none")) response.status(404);
    if (request.path.endsWith("signed-in")) response.setHeader("Set-Cookie", "a=b");
    const body = Buffer.from(`<p>${request.originalUrl} made ${made}</p>${request.path.endsWith("long") ? ".".repeat(2_100_000) : ""}`);
    response.setHeader("Content-Type", request.path.endsWith("file") ? "text/csv" : "text/html; charset=utf-8");
    response.setHeader("Content-Length", request.path.endsWith("torn") ? body.byteLength + 1 : body.byteLength);
    response.write(body.subarray(0, 5));
    if (request.path.endsWith("torn")) return void response.destroy();
    response.end(body.subarray(5));
  });
  server = createServer(app).listen(0);
  await new Promise((resolve) => server.once("listening", resolve));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await new Promise((resolve) => server.close(resolve));
});

async function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<string> {
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, { method, headers: { Connection: "close", ...headers } });
  return `${answer.headers.get("Content-Type")} ${await answer.text()}`;
}

test("a page is made once while nothing is recorded, and sent again as it was", async () => {
  const first = await ask("/library/CIT-100");
  expect(first).toBe("text/html; charset=utf-8 <p>/library/CIT-100 made 1</p>");
  expect(await ask("/library/CIT-100")).toBe(first);
  expect(await ask("/library/CIT-100?asOf=2026-01-01")).toContain("made 2");
});

test("whatever is recorded has it made anew", async () => {
  await ask("/library");
  recorded = () => Promise.resolve("2");
  expect(await ask("/library")).toContain("made 2");
});

test("what was recorded while a page was made has it made anew", async () => {
  let asked = 0;
  recorded = () => Promise.resolve(String(asked++ === 0 ? 1 : 2));
  await ask("/library");
  expect(await ask("/library")).toContain("made 2");
  expect(await ask("/library")).toContain("made 2");
});

test("a minute later it is made anew, for its days and deadlines", async () => {
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(now);
  await ask("/library");
  expect(await ask("/library")).toContain("made 1");
  clock.mockReturnValue(now + 60_000);
  expect(await ask("/library")).toContain("made 2");
});

test.each([
  ["a page of the workplace", "/documents", {}, "GET"],
  ["a page for somebody with a session", "/library", { Cookie: "session=1" }, "GET"],
  ["what a page says as JSON", "/library", { Accept: "application/json" }, "GET"],
  ["what is sent to it", "/library", {}, "POST"],
  ["a page that is not there", "/library/none", {}, "GET"],
  ["a page that gives a cookie", "/library/signed-in", {}, "GET"],
  ["a file", "/library/file", {}, "GET"],
  ["a page of more than two megabytes", "/library/long", {}, "GET"],
])("%s is never kept", async (_what, path, headers, method) => {
  await ask(path, headers, method);
  expect(await ask(path, headers, method)).toContain("made 2");
});

test("of very many pages the oldest are let go", async () => {
  for (let page = 0; page <= 300; page += 1) await ask(`/library?page=${page}`);
  expect(await ask("/library?page=300")).toContain("made 301");
  expect(await ask("/library?page=0")).toContain("made 302");
});

test("a session never gets what was kept, nor is what it got kept for others", async () => {
  await ask("/library", { Cookie: "session=1" });
  await ask("/library");
  expect(await ask("/library")).toContain("made 2");
  expect(await ask("/library", { Cookie: "session=1" })).toContain("made 3");
});

test("a page that was not sent whole is not kept", async () => {
  await expect(ask("/library/torn")).rejects.toThrow();
  await expect(ask("/library/torn")).rejects.toThrow();
  expect(made).toBe(2);
});

test("where the database does not answer, the page says so itself", async () => {
  await ask("/library");
  recorded = () => Promise.reject(new Error("The database does not answer."));
  expect(await ask("/library")).toContain("made 2");
});
