import { schemaVersion } from "../../app/editor/schema/document-schema";
import type { PersonKey } from "../../prisma/demonstration/people";
import { demonstrationPassword } from "../support/demonstration";
import { ownText } from "../support/own-text";
import { signedIn } from "../support/people";
import { connectTo } from "../support/protocol-client.mjs";
import { cookieOf } from "../support/protocol-person";
import { expect, test } from "../support/test";
import { until, writer } from "../support/writer";

/** Thirty who type and a hundred who read take both processors for a while: CONCORD_TYPISTS=30 CONCORD_READERS=100 npx playwright test many-people */
const typists = Number(process.env.CONCORD_TYPISTS ?? 6);
const readers = Number(process.env.CONCORD_READERS ?? 20);
const seconds = typists > 10 ? 20 : 4;
const names: PersonKey[] = ["dispatch", "clinician", "cit"];

test.setTimeout(60_000 + seconds * 6_000);

test(`${typists} type and ${readers} read one text: all end with the same words, each once, and nothing that was saved is lost`, async ({ browser }) => {
  const origin = `http://localhost:${process.env.E2E_PORT}`;
  const dispatch = await signedIn(browser, "dispatch");
  await ownText(dispatch, "Written by many", ["Begin."]);
  const draftId = /\/drafts\/([^/]+)/.exec((await dispatch.getByRole("link", { name: "Versions" }).getAttribute("href")) ?? "")?.[1] ?? "";
  await dispatch.context().close();
  const cookies = await Promise.all([...names, "observer" as const].map((name) => cookieOf({ origin, password: demonstrationPassword() }, name)));
  const where = (at: number) => ({ origin, cookie: cookies[at % names.length] ?? "", draftId });

  const heard: Map<string, number>[] = [];
  for (let at = 0; at < readers; at++) {
    const words = new Map<string, number>();
    heard.push(words);
    const socket = await connectTo({ origin, cookie: cookies.at(-1) ?? "", draftId, schema: schemaVersion });
    socket.onFrame((frame) => {
      if (frame.kind === "steps") for (const [token] of JSON.stringify(frame.batches).matchAll(/p\d+t\d+\./g)) words.set(token, (words.get(token) ?? 0) + 1);
    });
    socket.send({ kind: "hello", version: null });
    await socket.heard(({ kind }) => kind === "init", 20_000);
  }
  const writers = await Promise.all(Array.from({ length: typists }, (_, at) => writer(where(at))));
  const echoes: number[] = [];
  const end = Date.now() + seconds * 1_000;
  await Promise.all(
    writers.map(async (each, at) => {
      for (let turn = 0; Date.now() < end; turn++) {
        const begun = performance.now();
        each.type(`p${at}t${turn}.`);
        if (turn % 4 === 0) {
          await until(() => each.isSaved(), 30_000, "saved");
          echoes.push(performance.now() - begun);
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }),
  );
  await until(() => writers.every((each) => each.isSaved() && each.version() === writers[0]?.version()), 60_000, "all have the same version");
  expect(new Set(writers.map((each) => each.text())).size).toBe(1);
  const text = writers[0]?.text() ?? "";
  const typed = writers.flatMap((each) => each.typed);
  for (const each of writers) {
    each.check();
    expect(each.refused).toEqual([]);
    for (const token of each.saved) expect(text).toContain(`${token} `);
  }
  for (const token of typed) expect([token, text.split(`${token} `).length]).toEqual([token, 2]);
  await until(() => heard.every((words) => words.size === typed.length), 20_000, "every reader has heard every word");
  for (const words of heard) expect([...words.values()].every((count) => count === 1)).toBe(true);
  const p95 = echoes.sort((one, other) => one - other)[Math.floor(echoes.length * 0.95)] ?? 0;
  console.log(`  ${typed.length} words by ${typists}, heard by ${readers}; stored and told within ${p95.toFixed(0)} ms in 95 of 100 cases`);
  for (const each of writers) each.end();
});
