import { adoptionThing } from "~/domain/acknowledgement/adoption-thing";
import { can } from "~/domain/access/may";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { shownTerms } from "~/queries/glossary/shown-terms.server";
import { query } from "~/queries/query.server";
import { acknowledgedBefore, acknowledgementOf, adoptionById, agencyAcknowledgements } from "~/store/acknowledgements.server";
import { databaseTime } from "~/store/database.server";
import { frozenTextContent } from "~/store/documents.server";

/** The edition to read, what changed since the one that the reader acknowledged, and the questions of the agency without their answers. */
export const acknowledgementPage = query("edition.acknowledge", async (db, { adoptionId }: { adoptionId: string }, actor) => {
  const adoption = await adoptionById(db, adoptionId);
  if (!adoption || actor.kind !== "person") return null;
  const { document, edition, documentId } = adoption;
  const thing = adoptionThing({ ...adoption, programId: document.programId }, actor.personId);
  if (!can(actor, "edition.acknowledge", thing)) return { thing, ...headOf(adoption), questions: [], content: null, terms: [], change: null, done: null, now: edition.createdAt };
  const [now, done, before, content, terms] = await Promise.all([
    databaseTime(db),
    acknowledgementOf(db, actor.personId, adoptionId),
    acknowledgedBefore(db, actor.personId, { documentId, edition: edition.number }),
    frozenTextContent(db, adoption.text.id) as Promise<DocumentNode>,
    shownTerms(db, document.programId, edition.createdAt),
  ]);
  const change = before && { since: { edition: before.number, at: before.at }, redline: redline((await frozenTextContent(db, before.frozenTextId)) as DocumentNode, content) };
  return { thing, ...headOf(adoption), questions: adoption.questions.map(({ answer: _answer, ...question }) => question), content, terms, change, done, now };
});

type Adoption = NonNullable<Awaited<ReturnType<typeof adoptionById>>>;

function headOf({ id, from, latest, text, edition, document, organization, decision }: Adoption) {
  return {
    id,
    from,
    agency: organization.name,
    edition: { number: edition.number, hash: text.hash },
    document: { number: document.number, title: document.title },
    timeZone: document.program.timeZone,
    since: decision.decidedAt,
    newer: latest?.id === id ? null : latest,
    ended: latest === null,
  };
}

/** Who of the agency has acknowledged the edition and who has not, with the questions it asks. For the agency itself. */
export const agencyAcknowledgement = query("acknowledgement.read", async (db, { adoptionId }: { adoptionId: string }, actor) => {
  const adoption = await adoptionById(db, adoptionId);
  if (!adoption) return null;
  const thing = adoptionThing({ ...adoption, programId: adoption.document.programId }, null);
  const people = can(actor, "acknowledgement.read", thing) ? await agencyAcknowledgements(db, adoptionId, adoption.organizationId) : [];
  return { thing, ...headOf(adoption), people, questions: adoption.questions, now: await databaseTime(db) };
});
