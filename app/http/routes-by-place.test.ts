import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { routesByPlace } from "./routes-by-place.server";

type Given = Record<string, { path?: string; parentId?: string; index?: boolean }>;

/** As much of a build as says which routes there are. */
function buildOf(given: Given): ServerBuild {
  const routes = Object.fromEntries(Object.entries(given).map(([id, route]) => [id, { id, ...route, module: {} }]));
  return { routes, assets: { url: "", version: "", entry: { module: "", imports: [] }, routes } } as unknown as ServerBuild;
}

const whole = buildOf({
  root: { path: "" },
  home: { parentId: "root", index: true },
  documents: { parentId: "root", path: "documents" },
  document: { parentId: "root", path: "documents/:documentId" },
  plan: { parentId: "root", path: "plans/:planId" },
  end: { parentId: "plan", path: "end" },
  feed: { parentId: "root", path: "library.xml" },
});
const buildFor = routesByPlace(whole);
const at = (path: string) => Object.keys(buildFor(path).routes);

describe("the routes of one place", () => {
  test("are those whose address begins with its word, with what they stand in", () => {
    expect(at("/documents")).toEqual(["root", "documents", "document"]);
    expect(at("/plans/7/end")).toEqual(["root", "plan", "end"]);
    expect(Object.keys(buildFor("/plans/7/end").assets.routes)).toEqual(["root", "plan", "end"]);
  });

  test("are found as the router reads an address: in any case, encoded, as data, with what follows it", () => {
    for (const path of ["/Documents", "/%64ocuments/7", "/documents.data", "/documents?search=x", "//documents/"]) expect(at(path), path).toEqual(["root", "documents", "document"]);
    expect(at("/library.xml")).toEqual(["root", "feed"]);
  });

  test("are all routes where no route begins with that word", () => {
    for (const path of ["/", "/_root.data", "/no-such-page", "/%E0%A4%A"]) expect(buildFor(path), path).toBe(whole);
  });

  test("are all routes where a route may answer any address", () => {
    const any = buildOf({ root: { path: "" }, anything: { parentId: "root", path: "*" }, documents: { parentId: "root", path: "documents" } });
    expect(routesByPlace(any)("/documents")).toBe(any);
  });
});
