import { can, type Actor } from "~/domain/access/may";
import { proofState, type RequirementFilter } from "~/domain/crosswalk/proof";
import { mostRequirements } from "~/domain/crosswalk/requirement-lines";
import { readStandardKind } from "~/domain/crosswalk/standard";
import { query } from "~/queries/query.server";
import { proofsOf, requirementsOf, standardById, standardsOf, type ProofRow, type RequirementRow } from "~/store/crosswalk.server";
import { databaseTime, type Database } from "~/store/database.server";

export const requirementsOnPage = 100;

/** A standard with what it asks, and the clauses that answer; a page of it behind a place. */
export const standardPage = query("crosswalk.read", async (db, { standardId, show, after }: { standardId: string; show: RequirementFilter; after: number }, actor) => {
  const standard = await standardById(db, standardId);
  if (!standard || actor.kind !== "person") return null;
  const { program, addedBy, kind, ...facts } = standard;
  const thing = { programId: standard.programId };
  const now = await databaseTime(db);
  const rows = await requirementsOf(db, { now, standardId, organizationId: actor.organizationId, show, after, most: requirementsOnPage + 1 });
  const shown = rows.slice(0, requirementsOnPage);
  const [counted] = await standardsOf(db, actor, now, standardId);
  return {
    thing,
    standard: { ...facts, kind: readStandardKind(kind), addedBy: addedBy.name },
    timeZone: program.timeZone,
    counts: { all: counted?.requirements ?? 0, gaps: counted?.gaps ?? 0, stale: counted?.stale ?? 0 },
    show,
    after,
    requirements: await withProofs(db, shown, actor, now),
    next: rows.length > shown.length ? (shown.at(-1)?.position ?? null) : null,
    mayWrite: can(actor, "standard.write", thing),
    mayProve: can(actor, "proof.write", thing),
  };
});

/** A standard with everything that answers it, for a file. */
export const wholeStandard = query("crosswalk.read", async (db, { standardId }: { standardId: string }, actor) => {
  const standard = await standardById(db, standardId);
  if (!standard || actor.kind !== "person") return null;
  const now = await databaseTime(db);
  const rows = await requirementsOf(db, { now, standardId, organizationId: actor.organizationId, show: "all", after: 0, most: mostRequirements });
  return { thing: { programId: standard.programId }, standard: { name: standard.name }, timeZone: standard.program.timeZone, requirements: await withProofs(db, rows, actor, now) };
});

export type RequirementLine = Awaited<ReturnType<typeof withProofs>>[number];

async function withProofs(db: Database, rows: readonly RequirementRow[], actor: Extract<Actor, { kind: "person" }>, now: Date) {
  const proofs = new Map<string, (Omit<ProofRow, "clauseHash" | "presentHash"> & { state: ReturnType<typeof proofState> })[]>();
  const worded = new Map(rows.map(({ id, wordedAt }) => [id, wordedAt]));
  for (const { clauseHash, presentHash, ...proof } of await proofsOf(db, rows.map(({ id }) => id), actor.organizationId)) {
    const state = proofState({ now, clauseHash, presentHash, provenAt: proof.provenAt, wordedAt: worded.get(proof.requirementId) ?? proof.provenAt });
    proofs.set(proof.requirementId, [...(proofs.get(proof.requirementId) ?? []), { ...proof, state }]);
  }
  return rows.map(({ id, reference, words }) => ({ id, reference, words, proofs: proofs.get(id) ?? [] }));
}
