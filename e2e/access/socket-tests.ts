import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { can, may, type Thing } from "../../app/domain/access/may";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import { connectTo, suggestedTyping, typing } from "../support/protocol-client.mjs";
import type { Caller, World } from "./matrix-world";

/** How many of the two steps that everybody tries are stored: plain typing, and a suggestion. */
const steps: Record<string, number> = { writes: 2, suggests: 1 };

/** The socket, asked by the same callers as the pages are. */
export function socketTests(world: () => World): void {
  for (const visibility of ["organization", "program"] as const) {
    test(`the socket of a text for one ${visibility} opens for readers, takes words from writers and only suggestions from those who suggest`, async () => {
      const wrong: string[] = [];
      for (const caller of world().callers) {
        const { draftId, programId, organizationId } = await world().newDocument(visibility);
        const thing: Thing = { programId, organizationId, visibility };
        const expected = expectedFor(caller, thing);
        const got = await write(world(), caller, draftId);
        if (got !== expected) wrong.push(`${caller.name}: expected ${expected}, got ${got}`);
        const stored = await world().versionOf(draftId);
        if (stored !== (steps[expected] ?? 0)) wrong.push(`${caller.name}: ${expected}, but ${stored} steps are stored`);
      }
      expect(wrong).toEqual([]);
    });
  }

  test("the socket opens from our own pages only, whoever asks", async () => {
    const { draftId } = await world().newDocument();
    for (const origin of ["https://elsewhere.example", "null", "", world().address.replace("http:", "https:")]) expect(await write(world(), world().callerOf("coordinator"), draftId, origin), origin).toBe("403");
  });

  test("a text that does not exist, or a name that is none, is not found", async () => {
    for (const draftId of ["00000000-0000-7000-8000-000000000000", "__proto__", "../health", ""]) expect(await write(world(), world().callerOf("coordinator"), draftId), draftId).toBe("404");
  });
}

/** A text that one may not read is not there; without a session there is no socket at all. */
function expectedFor({ actor }: Caller, thing: Thing): string {
  if (actor.kind === "anyone") return "401";
  if (!may(actor, "draft.read", thing).ok) return "404";
  return can(actor, "draft.write", thing) ? "writes" : can(actor, "draft.suggest", thing) ? "suggests" : "reads";
}

/** Opens the text, types into it and suggests for it, whatever one was told; says how far that went. */
async function write(world: World, caller: Caller, draftId: string, asOrigin = world.address): Promise<string> {
  const author = caller.actor.kind === "person" ? caller.actor.personId : "nobody";
  const typed = await push(world, caller, draftId, asOrigin, typing(5, "word "));
  if (typeof typed === "string") return typed;
  const suggested = await push(world, caller, draftId, asOrigin, suggestedTyping(5, "word ", author));
  if (typeof suggested === "string") return suggested;
  const way = [typed.pen, typed.kind, suggested.kind].join(" ");
  return { "write steps steps": "writes", "suggest refused steps": "suggests", " pen pen": "reads" }[way] ?? way;
}

async function push(world: World, { cookie }: Caller, draftId: string, asOrigin: string, step: unknown): Promise<string | { pen: string | null; kind: string }> {
  const socket = await connectTo({ origin: world.address, cookie, draftId, schema: schemaVersion, asOrigin }).catch((fault: Error) => fault.message);
  if (typeof socket === "string") return /\d{3}/.exec(socket)?.[0] ?? socket;
  socket.send({ kind: "hello", version: null });
  const { pen } = await socket.heard(({ kind }) => kind === "init");
  socket.send({ kind: "push", version: 0, batches: [{ batchId: `matrix-${randomUUID()}`, steps: [step] }], caret: null });
  const { kind } = await socket.heard(({ kind }) => kind === "steps" || kind === "pen" || kind === "refused");
  socket.close();
  return { pen, kind };
}
