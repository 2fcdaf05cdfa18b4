import { can } from "~/domain/access/may";
import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import { textRefusal } from "~/domain/decisions/decide";
import { moveDecision } from "~/domain/decisions/stages";
import { askedDecision } from "~/editor/asked-decision.server";
import { offeredClauses, wordsOf } from "~/editor/clause-choices";
import { clausesOf } from "~/editor/numbering";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { actingHeadsOn } from "~/store/acting-heads.server";
import { databaseTime } from "~/store/database.server";
import { aroundDecision } from "~/store/decision-around.server";
import { decisionById, textInForce, thingOfDecision } from "~/store/decisions.server";

/** The clauses that a head may take, leave or word anew. `also` names clauses that the proposal did not touch. */
export const changesForm = query("decision.read", async (db, { decisionId, also }: { decisionId: string; also: readonly string[] }, actor) => {
  const decision = await decisionById(db, decisionId);
  if (!decision) return null;
  const { programId, organization, document, documentId, proposal, outcome, timeZone } = decision;
  const around = await aroundDecision(db, decision, await databaseTime(db), actor.kind === "person" ? actor.personId : null);
  const { asked, text, standing, awaiting } = askedDecision(decision, around);
  const chosen = chosenBefore(decision.texts.find(({ id }) => id === (awaiting ?? standing)?.id));
  const content = text.ok ? text.content : (decision.frozenText.content as DocumentNode);
  const held = await textInForce(db, { documentId, organizationId: organization.id, day: around.today });
  const before = (held ?? proposal?.baseEdition.frozenText.content ?? { type: "doc", content: [] }) as DocumentNode;
  const moved = moveDecision(outcome, "change");
  const clauses = offeredClauses(before, content, [...also, ...chosen.keys()]);
  const offered = new Set(clauses.map(({ clauseId }) => clauseId));
  const changes = new Map(redline(before, content).changes.map((change) => [change.clauseId, change]));
  return {
    thing: thingOfDecision(decision, actor),
    decision: { id: decision.id, outcome },
    organization: { name: organization.name },
    document: { number: document.number, title: document.title },
    proposal: proposal && { number: proposal.number, title: proposal.title },
    obstacle: (moved.ok ? textRefusal(asked) : moved)?.reason ?? null,
    clauses: clauses.map((clause) => ({ ...clause, change: changes.get(clause.clauseId) ?? null, chosen: chosen.get(clause.clauseId) ?? null })),
    others: clausesOf(content).filter(({ id }) => !offered.has(id)).map(({ id, number, title }) => ({ id, number, title })),
    stagesBegun: decision.stages.length > 0,
    hasChanges: standing !== null,
    timeZone,
    may: { decide: can(actor, "decision.make", { programId, organizationId: organization.id, ownerIds: await actingHeadsOn(db, organization.id, around.today) }) },
  };
});

/** What the head chose last, so that a second change begins there. */
function chosenBefore(text: { choices: unknown; frozenText: { content: unknown } } | undefined) {
  const words = wordsOf((text?.frozenText.content ?? { type: "doc", content: [] }) as DocumentNode);
  const choices = (text?.choices ?? []) as ClauseDifference[];
  return new Map(choices.map(({ clauseId, choice, reason }) => [clauseId, { choice, reason, words: words.get(clauseId) ?? "" }]));
}
