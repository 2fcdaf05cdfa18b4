import { expect, test } from "@playwright/test";
import { can, may, type Thing } from "../../app/domain/access/may";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import { connectTo, typing } from "../support/protocol-client.mjs";
import type { Caller, World } from "./matrix-world";

/** The socket, asked by the same callers as the pages are. */
export function socketTests(world: () => World): void {
  for (const visibility of ["organization", "program"] as const) {
    test(`the socket of a text for one ${visibility} opens for readers and takes words from writers only`, async () => {
      const wrong: string[] = [];
      for (const caller of world().callers) {
        const { draftId, programId, organizationId } = await world().newDocument(visibility);
        const thing: Thing = { programId, organizationId, visibility };
        const expected = expectedFor(caller, thing);
        const got = await write(world(), caller, draftId);
        if (got !== expected) wrong.push(`${caller.name}: expected ${expected}, got ${got}`);
        const stored = await world().versionOf(draftId);
        if (stored !== (expected === "writes" ? 1 : 0)) wrong.push(`${caller.name}: ${expected}, but ${stored} steps are stored`);
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
  return can(actor, "draft.write", thing) ? "writes" : "reads";
}

/** Opens the text and types into it; says how far that went. */
async function write(world: World, { cookie }: Caller, draftId: string, asOrigin = world.address): Promise<string> {
  const socket = await connectTo({ origin: world.address, cookie, draftId, schema: schemaVersion, asOrigin }).catch((fault: Error) => fault.message);
  if (typeof socket === "string") return /\d{3}/.exec(socket)?.[0] ?? socket;
  socket.send({ kind: "hello", version: null });
  const { canWrite } = await socket.heard(({ kind }) => kind === "init");
  // Also those who were told that they may only read try to write.
  socket.send({ kind: "push", version: 0, batches: [{ batchId: "matrix-batch-1", steps: [typing(5, "word ")] }], caret: null });
  const { kind } = await socket.heard(({ kind }) => kind === "steps" || kind === "pen");
  socket.close();
  return kind === "steps" && canWrite ? "writes" : kind === "pen" && !canWrite ? "reads" : `${kind}, told ${canWrite}`;
}
