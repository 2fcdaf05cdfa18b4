import { describe, expect, test } from "vitest";
import { missing, refused } from "~/domain/access/ruling";
import { answer, formOf, found, seeOther } from "./answer.server";

const post = (body: BodyInit, headers: Record<string, string> = { "Content-Type": "application/x-www-form-urlencoded" }) => new Request("http://localhost/people", { method: "POST", body, headers });

async function thrown(work: () => unknown): Promise<Response> {
  try {
    await work();
  } catch (response) {
    if (response instanceof Response) return response;
    throw response;
  }
  throw new Error("Nothing was thrown.");
}

describe("reading a form", () => {
  test("each field once; a field given twice is refused", async () => {
    expect(await formOf(post("name=Ana&email=a%40b.example"))).toEqual({ name: "Ana", email: "a@b.example" });
    expect((await thrown(() => formOf(post("email=a&email=b")))).status).toBe(400);
  });

  test("only what is named as a list may come several times", async () => {
    expect(await formOf(post("roles=voter&roles=drafter&name=Ana"), { lists: ["roles"] })).toEqual({ roles: ["voter", "drafter"], name: "Ana" });
    expect(await formOf(post("name=Ana"), { lists: ["roles"] })).toEqual({ roles: [], name: "Ana" });
  });

  test("a file, or something that is no form, is refused", async () => {
    const form = new FormData();
    form.set("name", new File(["x"], "x.txt"));
    expect((await thrown(() => formOf(new Request("http://localhost/", { method: "POST", body: form })))).status).toBe(400);
    expect((await thrown(() => formOf(post("{}", { "Content-Type": "application/json" })))).status).toBe(400);
  });

  test("a field called __proto__ is a field like any other and changes nothing", async () => {
    const values = await formOf(post("__proto__=x&constructor=y"));
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(Object.keys(values)).toEqual(["__proto__", "constructor"]);
  });
});

describe("answering", () => {
  test("missing is 404, refused its own status with the sentence, not signed in leads to signing in", async () => {
    expect((await thrown(() => found(missing))).status).toBe(404);
    const no = await thrown(() => found(refused("Only a coordinator opens a vote.", 403)));
    expect([no.status, await no.text()]).toEqual([403, "Only a coordinator opens a vote."]);
    const sent = await thrown(() => found(refused("Sign in to do this.", 401), new Request("http://localhost/members")));
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/sign-in?next=%2Fmembers"]);
  });

  test("a refused form comes back with what was typed", () => {
    expect(answer(refused("Write a name.", 422, "name"), { name: "" }, () => seeOther("/"))).toMatchObject({
      data: { refusal: { fields: { name: ["Write a name."] } }, values: { name: "" } },
      init: { status: 422 },
    });
  });
});
