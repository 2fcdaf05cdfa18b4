import type { CharterRules } from "~/domain/voting/charter";
import type { Database } from "./database.server";
import { programOf } from "./programs.server";
import type { Prisma } from "./generated/client";
import { readRules } from "./voting.server";

/** The document that shows the charter and its editions; it is made with the first proposal to change it. */
export async function charterDocument(db: Database, programId: string) {
  return db.document.findFirst({
    where: { programId, kind: "charter" },
    select: { id: true, programId: true, organizationId: true, visibility: true, number: true, title: true, editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, frozenTextId: true } } },
  });
}

export type NewCharterDocument = { programId: string; organizationId: string; createdById: string; version: number; content: unknown; hash: string; adoptedAt: Date };

/** The charter as a document, with the version in force as its edition: editions and charter versions have the same numbers. */
export async function insertCharterDocument(db: Database, { version, content, hash, adoptedAt, ...owner }: NewCharterDocument): Promise<{ documentId: string; editionId: string }> {
  const program = await programOf(db, owner.programId);
  const { id: documentId } = await db.document.create({
    data: { ...owner, kind: "charter", number: "CHARTER", title: `Charter of ${program?.name ?? "the program"}`, topic: "Charter", visibility: "program" },
    select: { id: true },
  });
  const text = await db.frozenText.create({ data: { documentId, content: content as Prisma.InputJsonValue, hash, frozenAt: adoptedAt }, select: { id: true } });
  const edition = await db.edition.create({ data: { documentId, number: version, frozenTextId: text.id, hash, createdAt: adoptedAt }, select: { id: true } });
  return { documentId, editionId: edition.id };
}

type Carried = { proposal: { id: string; programId: string; document: { id: string } }; rules: CharterRules; frozenTextId: string; hash: string; at: Date };

/** The next version of the charter, from the moment its vote carried, and its text as the next edition. */
export async function putCharterInForce(db: Database, { proposal, rules, frozenTextId, hash, at }: Carried): Promise<void> {
  const last = await db.charter.findFirstOrThrow({ where: { programId: proposal.programId }, orderBy: { version: "desc" }, select: { version: true } });
  const version = last.version + 1;
  await db.charter.create({ data: { programId: proposal.programId, version, rules, adoptedAt: at } });
  await db.edition.create({ data: { documentId: proposal.document.id, number: version, frozenTextId, hash, proposalId: proposal.id, createdAt: at } });
}

/** All versions of the charter, newest first. */
export async function chartersOf(db: Database, programId: string) {
  const rows = await db.charter.findMany({ where: { programId }, orderBy: { version: "desc" }, select: { version: true, rules: true, adoptedAt: true } });
  return rows.map(({ rules, ...row }) => ({ ...row, rules: readRules(rules) }));
}

export async function charterByVersion(db: Database, programId: string, version: number) {
  const row = await db.charter.findUnique({ where: { programId_version: { programId, version } }, select: { version: true, rules: true, adoptedAt: true } });
  return row && { ...row, rules: readRules(row.rules) };
}

/** Whether a vote about the charter is open. */
export async function charterVoteOpen(db: Database, programId: string, besides: string): Promise<boolean> {
  return (await db.proposal.count({ where: { programId, stage: "voting", document: { kind: "charter" }, id: { not: besides } } })) > 0;
}

/** What was proposed about the charter, newest first. */
export async function proposalsOfCharter(db: Database, programId: string) {
  return db.proposal.findMany({ where: { programId, document: { kind: "charter" } }, orderBy: { number: "desc" }, take: 20, select: { id: true, number: true, title: true, stage: true } });
}
