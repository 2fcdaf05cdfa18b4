import { acknowledgedKinds } from "~/domain/acknowledgement/acknowledge";
import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "./database.server";

type Person = { personId: string; organizationId: string };

export type ToAcknowledge = { adoptionId: string; number: string; title: string; edition: number; since: Date; from: Date };

/** The latest edition of each document that the person's agency adopted and the person has not acknowledged, the longest waiting first. */
export async function toAcknowledge(db: Database, { personId, organizationId }: Person, most = 100): Promise<ToAcknowledge[]> {
  return db.$queryRaw<ToAcknowledge[]>`
    select latest.id as "adoptionId", document.number, document.title, edition.number as edition, decision."decidedAt" as since, latest."effectiveFrom" as "from"
    from (
      select distinct on (adoption."documentId") adoption.* from "Adoption" adoption
      join "Organization" organization on organization.id = adoption."organizationId"
      join "Program" program on program.id = organization."programId"
      where adoption."organizationId" = ${organizationId}
        and (adoption.until is null or adoption.until >= (clock_timestamp() at time zone program."timeZone")::date)
      order by adoption."documentId", adoption."effectiveFrom" desc
    ) latest
    join "Document" document on document.id = latest."documentId" and document.kind = any(${acknowledgedKinds})
    join "Edition" edition on edition.id = latest."editionId"
    join "Decision" decision on decision.id = latest."decisionId"
    where not exists (select 1 from "Acknowledgement" done where done."adoptionId" = latest.id and done."personId" = ${personId})
    order by decision."decidedAt", latest.id limit ${most}`;
}

/** What a person has acknowledged, the last first. */
export async function acknowledgedBy(db: Database, personId: string, most = 50) {
  return db.acknowledgement.findMany({
    where: { personId },
    orderBy: { at: "desc" },
    take: most,
    select: { at: true, editionHash: true, adoptionId: true, adoption: { select: { edition: { select: { number: true } }, document: { select: { number: true, title: true } } } } },
  });
}

export type AdoptionRow = NonNullable<Awaited<ReturnType<typeof adoptionById>>>;

/** An adoption with its edition, the text as the agency adopted it, its questions, and the latest that the agency adopted of the document and that has not ended. */
export async function adoptionById(db: Database, id: string) {
  const adoption = await db.adoption.findUnique({
    where: { id },
    select: {
      id: true,
      documentId: true,
      organizationId: true,
      effectiveFrom: true,
      organization: { select: { name: true } },
      document: { select: { programId: true, number: true, title: true, kind: true, program: { select: { timeZone: true } } } },
      edition: { select: { number: true, hash: true, createdAt: true, frozenTextId: true } },
      decision: { select: { decidedAt: true } },
      ownText: { select: { id: true, hash: true } },
      questions: { orderBy: { id: "asc" }, select: { id: true, question: true, choices: true, answer: true } },
    },
  });
  if (!adoption) return null;
  const { documentId, organizationId, ownText, edition } = adoption;
  const today = dayToStore(dayOf(await databaseTime(db), adoption.document.program.timeZone));
  const latest = await db.adoption.findFirst({ where: { documentId, organizationId, OR: [{ until: null }, { until: { gte: today } }] }, orderBy: { effectiveFrom: "desc" }, select: { id: true, edition: { select: { number: true } } } });
  return { ...adoption, from: storedDay(adoption.effectiveFrom), text: { id: ownText?.id ?? edition.frozenTextId, hash: ownText?.hash ?? edition.hash }, latest: latest && { id: latest.id, edition: latest.edition.number } };
}

/** Holds the adoption to the end of the transaction, so that its questions stay as they were answered. */
export async function lockAdoption(db: Database, id: string): Promise<void> {
  await db.$queryRaw`select 1 from "Adoption" where id = ${id} for update`;
}

export async function acknowledgementOf(db: Database, personId: string, adoptionId: string) {
  return db.acknowledgement.findUnique({ where: { personId_adoptionId: { personId, adoptionId } }, select: { at: true } });
}

/** The newest edition of a document before this one that the person acknowledged, wherever it was adopted. */
export async function acknowledgedBefore(db: Database, personId: string, { documentId, edition }: { documentId: string; edition: number }) {
  const before = await db.acknowledgement.findFirst({
    where: { personId, adoption: { documentId, edition: { number: { lt: edition } } } },
    orderBy: { adoption: { edition: { number: "desc" } } },
    select: { at: true, adoption: { select: { ownTextId: true, edition: { select: { number: true, frozenTextId: true } } } } },
  });
  return before && { at: before.at, number: before.adoption.edition.number, frozenTextId: before.adoption.ownTextId ?? before.adoption.edition.frozenTextId };
}

/** False when the person has acknowledged it already. */
export async function insertAcknowledgement(db: Database, row: { personId: string; adoptionId: string; at: Date; editionHash: string }): Promise<boolean> {
  const { count } = await db.acknowledgement.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** Everybody of the agency, and when each has acknowledged; who may no longer sign in is asked nothing. */
export async function agencyAcknowledgements(db: Database, adoptionId: string, organizationId: string) {
  const people = await db.person.findMany({
    where: { organizationId, suspendedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20_000,
    select: { id: true, name: true, email: true, acknowledgements: { where: { adoptionId }, select: { at: true } } },
  });
  return people.map(({ acknowledgements, ...person }) => ({ ...person, at: acknowledgements[0]?.at ?? null }));
}

export type AdoptionProgress = { adoptionId: string; organizationId: string; agency: string; number: string; title: string; edition: number; people: number; acknowledged: number };

/** How many of each agency have acknowledged the latest edition it adopted, for so many documents behind a number that the reader may see. Counts only. */
export async function acknowledgementProgress(db: Database, { programId, organizationId }: { programId: string; organizationId: string }, { after, most }: { after: string; most: number }): Promise<AdoptionProgress[]> {
  return db.$queryRaw<AdoptionProgress[]>`
    with shown as (
      select document.id from "Document" document
      where document."programId" = ${programId} and document.kind = any(${acknowledgedKinds}) and document.number > ${after}
        and exists (
          select 1 from "Adoption" adoption join "Program" program on program.id = ${programId}
          where adoption."documentId" = document.id and (adoption.until is null or adoption.until >= (clock_timestamp() at time zone program."timeZone")::date)
            and (document.visibility <> 'organization' or document."organizationId" = ${organizationId} or adoption."organizationId" = ${organizationId}))
      order by document.number limit ${most}
    ), latest as (
      select distinct on (adoption."documentId", adoption."organizationId") adoption.* from "Adoption" adoption
      join shown on shown.id = adoption."documentId"
      join "Document" document on document.id = adoption."documentId"
      join "Program" program on program.id = document."programId"
      where (adoption.until is null or adoption.until >= (clock_timestamp() at time zone program."timeZone")::date)
        and (document.visibility <> 'organization' or document."organizationId" = ${organizationId} or adoption."organizationId" = ${organizationId})
      order by adoption."documentId", adoption."organizationId", adoption."effectiveFrom" desc
    ), staff as (
      select person."organizationId", count(*)::int as people from "Person" person
      where person."programId" = ${programId} and person."suspendedAt" is null group by person."organizationId"
    ), done as (
      -- As an array, so that the few adoptions of the page are looked up and not all acknowledgements read.
      select latest.id, count(*)::int as people
      from (select "adoptionId", "personId" from "Acknowledgement" where "adoptionId" = any(array(select id from latest)) offset 0) acknowledged
      join latest on latest.id = acknowledged."adoptionId"
      join "Person" person on person.id = acknowledged."personId" and person."suspendedAt" is null and person."organizationId" = latest."organizationId"
      group by latest.id
    )
    select latest.id as "adoptionId", latest."organizationId", organization.name as agency, document.number, document.title, edition.number as edition,
      coalesce(staff.people, 0) as people, coalesce(done.people, 0) as acknowledged
    from latest
    join "Document" document on document.id = latest."documentId"
    join "Organization" organization on organization.id = latest."organizationId"
    join "Edition" edition on edition.id = latest."editionId"
    left join staff on staff."organizationId" = latest."organizationId"
    left join done on done.id = latest.id
    order by document.number, organization.name`;
}

export async function insertQuestion(db: Database, question: { adoptionId: string; question: string; choices: string[]; answer: number }): Promise<string> {
  return (await db.quizQuestion.create({ data: question, select: { id: true } })).id;
}

/** False when there is no such question any more. */
export async function deleteQuestion(db: Database, id: string): Promise<boolean> {
  return (await db.quizQuestion.deleteMany({ where: { id } })).count === 1;
}

export async function questionById(db: Database, id: string) {
  return db.quizQuestion.findUnique({ where: { id }, select: { id: true, question: true, adoptionId: true } });
}

/** The people of an agency who may sign in, to be asked. */
export async function peopleOf(db: Database, organizationId: string): Promise<string[]> {
  return (await db.person.findMany({ where: { organizationId, suspendedAt: null }, select: { id: true } })).map(({ id }) => id);
}

/** The adoption that a decision made last: an interim order is followed by another. */
export async function adoptionOf(db: Database, decisionId: string): Promise<string> {
  return (await db.adoption.findFirstOrThrow({ where: { decisionId }, orderBy: { effectiveFrom: "desc" }, select: { id: true } })).id;
}
