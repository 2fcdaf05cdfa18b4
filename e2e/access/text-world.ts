import { randomUUID } from "node:crypto";
import type { DocumentNode } from "../../app/editor/schema/document-node";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import { database } from "../../app/store/database.server";
import type { Prisma } from "../../app/store/generated/client";
import { editionForTests, textOf, type PersonActor } from "../support/program-for-tests";
import { typing } from "../support/protocol-client.mjs";

export async function newDocument(owner: PersonActor, agency: string, visibility: string) {
  const { programId, personId: createdById } = owner;
  const number = `CIT-${randomUUID().slice(0, 8)}`;
  const document = await database().document.create({
    data: { programId, organizationId: agency, kind: "policy", number, title: "Transport of a person in crisis", visibility, createdById, appliesTo: { create: { organizationId: agency } } },
  });
  const draft = await database().draft.create({ data: { documentId: document.id, schemaVersion, start: stored(textOf("Officers offer a choice of transport.")) } });
  return { ...document, draftId: draft.id };
}

/** A document as the database takes it. */
export function stored(content: DocumentNode): Prisma.InputJsonValue {
  return content as unknown as Prisma.InputJsonValue;
}

/** A kept version, and a step after it that restoring it takes back. */
export async function newVersion(draftId: string, authorId: string): Promise<string> {
  const { id } = await database().draftVersion.create({ data: { draftId, version: 0, name: "Start", contributors: [] } });
  await writeStep(draftId, typing(5, "word "), authorId);
  return id;
}

/** The first step of a text. */
export async function writeStep(draftId: string, step: Prisma.InputJsonObject, authorId: string): Promise<void> {
  await database().draftStep.create({ data: { draftId, version: 1, step, authorId, batchId: randomUUID(), at: new Date() } });
  await database().draft.update({ where: { id: draftId }, data: { version: 1 } });
}

export type NewThread = { quote: string; atVersion: number; resolvedAt: Date };

/** A thread on a clause as a whole, unless it quotes words. */
export async function newThread({ programId, draftId }: { programId: string; draftId: string }, startedById: string, more: Partial<NewThread>): Promise<string> {
  const said = { create: { programId, authorId: startedById, body: "Who offers the choice?" } };
  const { id } = await database().thread.create({ data: { programId, draftId, clauseId: "c1", quote: "", atVersion: 0, startedById, comments: said, ...more } });
  return id;
}

/** A public document whose first edition is in force. */
export async function newEdition(owner: PersonActor, agency: string) {
  const document = await newDocument(owner, agency, "public");
  const edition = await editionForTests(document.id, 1, textOf("Officers wait for a clinician."));
  const { id: documentId, programId } = document;
  const now = new Date();
  // Two days back: in force today whatever the time of day is in the program's zone.
  const effectiveFrom = new Date(new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10));
  const answer = { outcome: "adopted", reasons: "It is what we do.", effectiveFrom, decidedById: owner.personId, askedAt: now, dueAt: now, decidedAt: now };
  const decision = await database().decision.create({ data: { programId, documentId, organizationId: agency, frozenTextId: edition.frozenTextId, ...answer } });
  await database().adoption.create({ data: { documentId, editionId: edition.id, organizationId: agency, decisionId: decision.id, effectiveFrom } });
  return { ...document, edition };
}
