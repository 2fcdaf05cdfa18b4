import { can } from "~/domain/access/may";
import { decisionClock, dueAfter } from "~/domain/decisions/clock";
import { undoneByAdoption } from "~/domain/decisions/decide";
import { isOpenDecision, moveDecision } from "~/domain/decisions/stages";
import { dayOf } from "~/domain/voting/deadline";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { groupFaces, votesWithReasons } from "~/store/ballots.server";
import { databaseTime } from "~/store/database.server";
import { decisionById, latestEditionNumber, latestRules, previousAdoption, thingOfDecision } from "~/store/decisions.server";
import { frozenTextContent } from "~/store/documents.server";
import { readRules } from "~/store/voting.server";

export type DecisionPage = Extract<Awaited<ReturnType<typeof decisionPage>>, { ok: true }>["value"];

/** One decision: the redline, or the whole text of a first edition; the votes by group; the clock; and what an answer will do. */
export const decisionPage = query("decision.read", async (db, { decisionId }: { decisionId: string }, actor) => {
  const decision = await decisionById(db, decisionId);
  if (!decision) return null;
  const { id, programId, organization, document, proposal, round, frozenText, timeZone, outcome, askedAt, dueAt, decidedAt, decidedBy, reasons } = decision;
  const now = await databaseTime(db);
  const content = frozenText.content as DocumentNode;
  const base = proposal ? ((await frozenTextContent(db, proposal.baseEdition.frozenTextId)) as DocumentNode) : null;
  const rules = readRules(round ? round.charter.rules : await latestRules(db, programId));
  const isOpen = isOpenDecision(outcome);
  const latestEdition = await latestEditionNumber(db, document.id);
  const ownEdition = frozenText.edition?.number ?? null;
  return {
    thing: thingOfDecision(decision, actor),
    now,
    timeZone,
    decision: { id, outcome, askedAt, dueAt, decidedAt, decidedBy: decidedBy?.name ?? null, reasons, hash: frozenText.hash, effectiveFrom: day(decision.effectiveFrom), deferredUntil: day(decision.deferredUntil), isOpen },
    clock: decisionClock({ dueAt, now }),
    organization,
    document: { id: document.id, number: document.number, title: document.title, kind: document.kind },
    proposal: proposal && { id: proposal.id, number: proposal.number, title: proposal.title, why: proposal.why, affected: proposal.affected, baseEdition: proposal.baseEdition.number },
    content: base ? null : content,
    redline: base && redline(base, content),
    tally: round?.result ?? null,
    votes: round ? await votesWithReasons(db, round.id) : [],
    faces: await groupFaces(db, programId),
    ahead: {
      edition: ownEdition ?? (latestEdition ?? 0) + 1,
      obstacle: isOpen ? undoneByAdoption({ ownEdition, latestEdition, baseEdition: proposal?.baseEdition.number ?? null }) : null,
      previous: await previousAdoption(db, document.id, organization.id),
      today: dayOf(now, timeZone),
      latestDeferral: dayOf(dueAfter(now, rules.daysToDecide), timeZone),
    },
    may: {
      decide: isOpen && can(actor, "decision.make", { programId, organizationId: organization.id }),
      defer: moveDecision(outcome, "defer").ok,
    },
  };
});

function day(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
