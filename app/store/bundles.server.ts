import type { ChainedRecord } from "~/domain/records/chain";
import { documentThing } from "~/domain/documents/description";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const text = { select: { id: true, content: true, hash: true, frozenAt: true } } satisfies Prisma.FrozenTextDefaultArgs;

const proposalColumns = {
  id: true,
  number: true,
  title: true,
  stage: true,
  why: true,
  affected: true,
  evidence: true,
  cost: true,
  trainingImpact: true,
  createdAt: true,
  draftId: true,
  author: { select: { name: true, organization: { select: { name: true } } } },
  baseEdition: { select: { number: true, hash: true, frozenText: text } },
  rounds: {
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, kind: true, secret: true, state: true, openedAt: true, closesAt: true, closedAt: true, voidedReason: true, result: true,
      charter: { select: { version: true, rules: true } },
      frozenText: { select: { id: true, content: true, hash: true, frozenAt: true, edition: { select: { number: true, hash: true, createdAt: true } } } },
      outcome: { select: { statement: true, next: true, writtenAt: true } },
      dissents: { orderBy: { groupName: "asc" }, select: { groupName: true, body: true, writtenAt: true } },
      roll: { orderBy: [{ groupName: "asc" }, { seatId: "asc" }], select: { groupName: true, personId: true, vote: { select: { choice: true, reason: true } } } },
    },
  },
  commentRounds: {
    where: { state: { not: "withdrawn" } },
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, state: true, question: true, opensAt: true, closesAt: true, closedAt: true, frozenText: { select: { hash: true } },
      comments: { orderBy: [{ at: "asc" }, { id: "asc" }], select: { reference: true, clauseId: true, name: true, body: true, at: true, hiddenReason: true, hiddenAt: true, disposition: true, answer: true, answeredAt: true, answeredBy: { select: { organization: { select: { name: true } } } } } },
    },
  },
} satisfies Prisma.ProposalSelect;

const documentColumns = { id: true, programId: true, organizationId: true, visibility: true, number: true, title: true, program: { select: { name: true } } } satisfies Prisma.DocumentSelect;

/** A proposal with everything that led from it to an edition. */
export async function proposalForBundle(db: Database, proposalId: string) {
  const row = await db.proposal.findUnique({ where: { id: proposalId }, select: { ...proposalColumns, document: { select: documentColumns } } });
  return row && { thing: documentThing(row.document), proposal: row, document: row.document };
}

/** An edition by its number, and the proposal that it came of, if it came of one. */
export async function editionForBundle(db: Database, documentId: string, number: number) {
  const edition = await db.edition.findUnique({ where: { documentId_number: { documentId, number } }, select: { number: true, hash: true, createdAt: true, proposalId: true, frozenText: text, document: { select: documentColumns } } });
  return edition && { thing: documentThing(edition.document), edition, document: edition.document };
}

export async function decisionsForBundle(db: Database, where: { proposalId: string } | { frozenTextId: string }) {
  return db.decision.findMany({
    where,
    orderBy: [{ organization: { name: "asc" } }, { id: "asc" }],
    select: { id: true, outcome: true, reasons: true, askedAt: true, dueAt: true, decidedAt: true, effectiveFrom: true, deferredUntil: true, organization: { select: { name: true } }, decidedBy: { select: { name: true } }, frozenText: { select: { hash: true } },
      stages: { orderBy: { position: "asc" }, select: { id: true, step: true, name: true, state: true, attempt: true, noticeDays: true, openedAt: true, dueAt: true, doneAt: true, skippedReason: true, signatures: { orderBy: { signedAt: "asc" }, select: { attempt: true, note: true, noticeOn: true, signedHash: true, signedAt: true, person: { select: { organization: { select: { name: true } } } } } } } },
      texts: { orderBy: { number: "asc" }, select: { number: true, state: true, typoOnly: true, basisHash: true, choices: true, madeAt: true, confirmedAt: true, commentUntil: true, frozenText: { select: { hash: true, content: true } } } },
      changeComments: { orderBy: { at: "asc" }, select: { body: true, at: true, author: { select: { organization: { select: { name: true } } } } } },
    },
  });
}

/** The records about some things, in the order of the chain. */
export async function recordsAbout(db: Database, programId: string, subjectIds: readonly string[]): Promise<ChainedRecord[]> {
  const rows = await db.auditRecord.findMany({ where: { programId, subjectId: { in: [...subjectIds] }, act: { not: "bundle.take" } }, orderBy: { sequence: "asc" } });
  return rows.map(({ at, outcome, ...row }) => ({ ...row, at: at.toISOString(), outcome: outcome === "refused" ? "refused" : "done" }));
}
