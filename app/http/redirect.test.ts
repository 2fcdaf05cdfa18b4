import { describe, expect, test } from "vitest";
import { cameFrom, safeRedirect, signInAddress } from "./redirect.server";

describe("going on to where the person wanted", () => {
  test.each(["/", "/proposals/12", "/library?topic=Transport&page=2", "/members#group-1", "/a%20b", "/search?q=100%25"])("%s is one of ours", (path) => {
    expect(safeRedirect(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%09/evil.example",
    "/%5Cevil.example",
    "/%2Fevil.example",
    "/%252Fevil.example",
    "/%2509/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%0d%0aSet-Cookie:x=1",
    "/.//evil.example",
    "/..//evil.example",
    "/a/../..//evil.example",
    "/%2e//evil.example",
    " //evil.example",
    "https://evil.example",
    "https:/evil.example",
    "https:evil.example",
    "//https://concord.invalid@evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "evil.example",
    "@evil.example",
    "?next=//evil.example",
    "/%E0%A4%A",
    "/\u202eevil",
    `/${"a".repeat(3_000)}`,
    "",
    null,
    undefined,
  ])("%j is not, and leads home", (path) => {
    const gone = safeRedirect(path);
    expect(gone === "/" || (gone.startsWith("/%E2%80%AE") && path === "/\u202eevil")).toBe(true);
  });

  test("a page leads back to itself, a form to the page it stood on, and nothing leads elsewhere", () => {
    const at = (path: string, init?: RequestInit) => signInAddress(new Request(`http://localhost:3000${path}`, init));
    expect(at("/proposals/12?view=list")).toBe("/sign-in?next=%2Fproposals%2F12%3Fview%3Dlist");
    expect(at("/")).toBe("/sign-in");
    expect(at("/rounds/1/votes", { method: "POST", headers: { Referer: "http://localhost:3000/proposals/12" } })).toBe("/sign-in?next=%2Fproposals%2F12");
    expect(at("/rounds/1/votes", { method: "POST", headers: { Referer: "https://evil.example/proposals" } })).toBe("/sign-in");
  });
});

test.each([
  ["a page of ours", "http://localhost:3000/threads?for=me", "/threads?for=me"],
  ["another site", "https://elsewhere.example/threads", null],
  ["an address that a browser would take elsewhere", "http://localhost:3000//elsewhere.example", null],
  ["what is no address", "about", null],
])("a refusal leads back to where its reader was, told as %s", (_what, referer, expected) => {
  expect(cameFrom(new Request("http://localhost:3000/citations/7/removal", { method: "POST", headers: { Referer: referer } }))).toBe(expected);
});
