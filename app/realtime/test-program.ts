import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { schemaVersion } from "~/editor/schema/document-schema";
import { database } from "~/store/database.server";
import { createDraft } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { connectTo } from "../../e2e/support/protocol-client.mjs";
import { attachCollaboration, type Collaboration } from "./attach.server";

export const paragraphPlace = 3;
export type Program = Awaited<ReturnType<typeof smallProgram>>;

export let program: Program;
export let here: Awaited<ReturnType<typeof listeningServer>>;

/** A program with an empty database and a server that listens, for the tests of one file. */
export function serveProgram(): void {
  beforeAll(async () => {
    await freshDatabase();
    program = await smallProgram();
    here = await listeningServer();
  });
  afterAll(async () => {
    await here.collaboration.close();
    here.server.close();
  });
}

/** A program with two writers, one who may only suggest, a reader and one text, as rows: the rules under test begin at the socket. */
export async function smallProgram() {
  const db = database();
  const { id: programId } = await db.program.create({ data: { name: "Riverton CIT", timeZone: "America/Chicago" } });
  const { id: groupId } = await db.group.create({ data: { programId, name: "Law enforcement", shortName: "Police", shape: "square", colour: "blue", position: 1 } });
  const { id: organizationId } = await db.organization.create({ data: { programId, groupId, name: "Riverton Police", shortName: "RPD", isAgency: true } });
  const person = async (name: string, roles: string[]) => {
    const { id } = await db.person.create({ data: { programId, organizationId, name, email: `${name.toLowerCase()}@demo.concord.example`, passwordHash: "-", roles } });
    const token = [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
    const now = new Date();
    const sessionId = createHash("sha256").update(token).digest("hex");
    await db.session.create({ data: { id: sessionId, personId: id, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } });
    return { id, name, sessionId, cookie: `concord=${token}` };
  };
  const clinician = await person("Clinician", ["drafter"]);
  const advocate = await person("Advocate", ["drafter"]);
  const peer = await person("Peer", ["reviewer"]);
  const observer = await person("Observer", ["observer"]);
  const document = await db.document.create({ data: { programId, organizationId, kind: "policy", number: "CIT-101", title: "Crisis response", visibility: "program", createdById: clinician.id } });
  const { id: draftId } = await createDraft(db, { documentId: document.id, content: startText, schemaVersion });
  return { programId, organizationId, groupId, clinician, advocate, peer, observer, documentId: document.id, draftId };
}

export const startText = { type: "doc", content: [{ type: "clause", attrs: { id: "purpose" }, content: [{ type: "clauseTitle", content: [{ type: "text", text: "P" }] }, { type: "paragraph", content: [{ type: "text", text: "Start." }] }] }] };

export const origin = "http://localhost:3000";

export async function listeningServer(): Promise<{ server: Server; address: string; collaboration: Collaboration }> {
  const server = createServer();
  const collaboration = attachCollaboration(server, { settings: { origin } });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, collaboration };
}

export function socketFor(address: string, { cookie }: { cookie: string }, draftId: string, more: { schema?: string | null; asOrigin?: string } = {}) {
  return connectTo({ origin, address, cookie, draftId, schema: more.schema === undefined ? schemaVersion : more.schema, asOrigin: more.asOrigin ?? origin });
}
