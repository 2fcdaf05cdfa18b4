import type { CitedClause } from "~/domain/documents/cited-clause";
import { oldBefore, type RequirementFilter } from "~/domain/crosswalk/proof";
import type { RequirementLine } from "~/domain/crosswalk/requirement-lines";
import type { Database } from "./database.server";

export type Readers = { programId: string; organizationId: string };

export type StandardLine = { id: string; name: string; kind: string; source: string; requirements: number; gaps: number; stale: number };

/** The standards of a program, or the one that is asked for, each with what it still lacks for one reader: a clause that the reader may not see answers nothing. */
export async function standardsOf(db: Database, { programId, organizationId }: Readers, now: Date, standardId: string | null = null): Promise<StandardLine[]> {
  return db.$queryRaw<StandardLine[]>`
    with asked as (select id, name, kind, source from "Standard" where "programId" = ${programId} and (${standardId}::text is null or id = ${standardId}) order by name limit 200),
    proven as (
      select requirement.id, requirement."standardId", bool_or(proof."clauseHash" <> proof."presentHash" or requirement."wordedAt" > proof."provenAt" or proof."provenAt" < ${oldBefore(now)}) as stale
      from asked join "Requirement" requirement on requirement."standardId" = asked.id
      join "ClauseProof" proof on proof."requirementId" = requirement.id
      join "Document" document on document.id = proof."documentId" and (document.visibility <> 'organization' or document."organizationId" = ${organizationId})
      group by requirement.id, requirement."standardId"
    )
    select asked.id, asked.name, asked.kind, asked.source, coalesce(held.number, 0)::int as requirements,
      (coalesce(held.number, 0) - coalesce(answered.number, 0))::int as gaps, coalesce(answered.stale, 0)::int as stale
    from asked
    left join (select requirement."standardId", count(*) as number from asked join "Requirement" requirement on requirement."standardId" = asked.id group by requirement."standardId") held on held."standardId" = asked.id
    left join (select proven."standardId", count(*) as number, count(*) filter (where proven.stale) as stale from proven group by proven."standardId") answered on answered."standardId" = asked.id
    order by asked.name`;
}

const standardFacts = { id: true, programId: true, name: true, kind: true, source: true, address: true } as const;

export async function standardById(db: Database, id: string) {
  return db.standard.findUnique({ where: { id }, select: { ...standardFacts, addedAt: true, addedBy: { select: { name: true } }, program: { select: { timeZone: true } } } });
}

export type RequirementRow = { id: string; reference: string; words: string; position: number; wordedAt: Date };
export type ProofRow = { id: string; requirementId: string; documentId: string; number: string; clauseId: string; clauseName: string; edition: number; clauseHash: string; presentHash: string; note: string; provenAt: Date; provenBy: string };

/** The requirements of a standard after a place, as one reader finds them: all, those without a clause, or those with a stale proof. */
export async function requirementsOf(db: Database, { standardId, organizationId, show, after, most, now }: { standardId: string; organizationId: string; show: RequirementFilter; after: number; most: number; now: Date }): Promise<RequirementRow[]> {
  return db.$queryRaw<RequirementRow[]>`
    select requirement.id, requirement.reference, requirement.words, requirement.position, requirement."wordedAt"
    from "Requirement" requirement
    left join lateral (
      select count(*) as proofs, count(*) filter (where proof."clauseHash" <> proof."presentHash" or requirement."wordedAt" > proof."provenAt" or proof."provenAt" < ${oldBefore(now)}) as stale
      from "ClauseProof" proof join "Document" document on document.id = proof."documentId"
      where ${show !== "all"} and proof."requirementId" = requirement.id and (document.visibility <> 'organization' or document."organizationId" = ${organizationId})
    ) proven on true
    where requirement."standardId" = ${standardId} and requirement.position > ${after}
      and (${show === "all"} or (${show === "gaps"} and proven.proofs = 0) or (${show === "stale"} and proven.stale > 0))
    order by requirement.position limit ${most}`;
}

/** What answers these requirements, as far as one reader may see it. */
export async function proofsOf(db: Database, requirementIds: readonly string[], organizationId: string): Promise<ProofRow[]> {
  return db.$queryRaw<ProofRow[]>`
    select proof.id, proof."requirementId", proof."documentId", document.number, proof."clauseId", proof."clauseName", edition.number as edition,
      proof."clauseHash", proof."presentHash", proof.note, proof."provenAt", person.name as "provenBy"
    from "ClauseProof" proof
    join "Document" document on document.id = proof."documentId"
    join "Edition" edition on edition.id = proof."editionId"
    join "Person" person on person.id = proof."provenById"
    where proof."requirementId" = any(${[...requirementIds]}) and (document.visibility <> 'organization' or document."organizationId" = ${organizationId})
    order by document.number, proof."clauseName", proof.id`;
}

/** Null when the program has a standard of this name. */
export async function insertStandard(db: Database, standard: { programId: string; name: string; kind: string; source: string; address: string; addedById: string; addedAt: Date }): Promise<string | null> {
  const [row] = await db.standard.createManyAndReturn({ data: [standard], skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

/** A standard held to the end of the transaction, with the numbers it has; null when there is none. */
export async function lockStandard(db: Database, id: string) {
  await db.$queryRaw`select 1 from "Standard" where id = ${id} for update`;
  return db.standard.findUnique({ where: { id }, select: { ...standardFacts, requirements: { orderBy: { position: "asc" }, select: { id: true, reference: true, words: true, position: true } } } });
}

export async function insertRequirements(db: Database, standardId: string, lines: readonly RequirementLine[], { from, at }: { from: number; at: Date }): Promise<void> {
  await db.requirement.createMany({ data: lines.map((requirement, index) => ({ ...requirement, standardId, position: from + index, wordedAt: at })) });
}

export async function saveWords(db: Database, requirements: readonly { id: string; words: string }[], at: Date): Promise<void> {
  const [ids, words] = [requirements.map(({ id }) => id), requirements.map((requirement) => requirement.words)];
  await db.$executeRaw`
    update "Requirement" requirement set words = given.words, "wordedAt" = ${at}
    from unnest(${ids}::text[], ${words}::text[]) as given(id, words) where requirement.id = given.id`;
}

export async function requirementById(db: Database, id: string) {
  return db.requirement.findUnique({ where: { id }, select: { id: true, reference: true, words: true, wordedAt: true, standard: { select: standardFacts } } });
}

/** False when a clause answers it, or when it is gone. */
export async function deleteRequirement(db: Database, id: string): Promise<boolean> {
  return (await db.requirement.deleteMany({ where: { id, proofs: { none: {} } } })).count === 1;
}

type Proof = CitedClause & { requirementId: string; note: string; provenById: string; provenAt: Date };

/** False when this clause answers the requirement already. */
export async function insertProof(db: Database, proof: Proof): Promise<boolean> {
  return (await db.clauseProof.createMany({ data: [{ ...proof, presentHash: proof.clauseHash }], skipDuplicates: true })).count === 1;
}

export async function proofById(db: Database, id: string) {
  return db.clauseProof.findUnique({
    where: { id },
    select: {
      id: true, documentId: true, clauseId: true, clauseName: true, clauseHash: true, presentHash: true, note: true, provenAt: true, provenById: true,
      edition: { select: { id: true, number: true } },
      document: { select: { number: true, title: true, programId: true, organizationId: true, visibility: true } },
      requirement: { select: { id: true, reference: true, words: true, wordedAt: true, standard: { select: standardFacts } } },
    },
  });
}

/** The proof anew, for the clause as it stands now. False when somebody was first. */
export async function renewProof(db: Database, id: string, from: { clauseHash: string; provenAt: Date }, { editionId, clauseName, clauseHash, note, provenById, provenAt }: Omit<Proof, "documentId" | "clauseId" | "requirementId">): Promise<boolean> {
  const { count } = await db.clauseProof.updateMany({ where: { id, ...from }, data: { editionId, clauseName, clauseHash, presentHash: clauseHash, note, provenById, provenAt } });
  return count === 1;
}

export async function deleteProof(db: Database, id: string): Promise<boolean> {
  return (await db.clauseProof.deleteMany({ where: { id } })).count === 1;
}

export type StaleProof = { requirementId: string; provenById: string; reference: string; standard: string; standardId: string; clauseId: string };

/**
 * What a new edition did to the clauses that something outside relies on: each proof and citation of the document keeps the hash of the
 * clause as it stands now. Gives the proofs that stood before and no longer do.
 */
export async function followClauses(db: Database, documentId: string, hashes: ReadonlyMap<string, string>): Promise<StaleProof[]> {
  const [ids, words] = [[...hashes.keys()], [...hashes.values()]];
  const present = await db.$queryRaw<StaleProof[]>`
    with given as (select * from unnest(${ids}::text[], ${words}::text[]) as clause(id, hash)),
    followed as (
      update "ClauseProof" proof set "presentHash" = now.hash
      from (select old.id, old."presentHash" as was, coalesce(given.hash, '') as hash from "ClauseProof" old left join given on given.id = old."clauseId" where old."documentId" = ${documentId}) now
      where proof.id = now.id and now.hash <> now.was
      returning proof."requirementId", proof."provenById", proof."clauseId", proof."clauseHash", proof."presentHash", now.was
    )
    select followed."requirementId", followed."provenById", followed."clauseId", requirement.reference, standard.name as standard, standard.id as "standardId"
    from followed join "Requirement" requirement on requirement.id = followed."requirementId" join "Standard" standard on standard.id = requirement."standardId"
    where followed.was = followed."clauseHash" and followed."presentHash" <> followed."clauseHash"`;
  await db.$executeRaw`
    update "ResourceCitation" citation set "presentHash" = now.hash
    from (select old.id, coalesce(given.hash, '') as hash from "ResourceCitation" old left join unnest(${ids}::text[], ${words}::text[]) as given(id, hash) on given.id = old."clauseId" where old."documentId" = ${documentId}) now
    where citation.id = now.id and citation."presentHash" <> now.hash`;
  return present;
}
