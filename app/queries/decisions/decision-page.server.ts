import { can } from "~/domain/access/may";
import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import { decisionClock } from "~/domain/decisions/clock";
import { adoptionRefusal, textRefusal } from "~/domain/decisions/decide";
import { isOpenDecision, moveDecision, type DecisionMove } from "~/domain/decisions/stages";
import { typoRuling } from "~/domain/decisions/typo";
import { askedDecision } from "~/editor/asked-decision.server";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { weekChange } from "~/queries/training/week-change.server";
import { actingHeadsOn } from "~/store/acting-heads.server";
import { commentsOnChanges } from "~/store/agency-texts.server";
import { groupFaces, votesWithReasons } from "~/store/ballots.server";
import { databaseTime } from "~/store/database.server";
import { aroundDecision } from "~/store/decision-around.server";
import { decisionById, thingOfDecision } from "~/store/decisions.server";
import { headsOf } from "~/store/documents.server";
import { stagesShown } from "./stages-shown";

/** One decision: the redline, or the whole text of a first edition; the votes by group; the stages; the changes; the clock; and what an answer will do. */
export const decisionPage = query("decision.read", async (db, { decisionId }: { decisionId: string }, actor) => {
  const decision = await decisionById(db, decisionId);
  if (!decision) return null;
  const { id, programId, organization, document, proposal, round, frozenText, timeZone, outcome, askedAt, dueAt, decidedAt, decidedBy, reasons } = decision;
  const now = await databaseTime(db);
  const around = await aroundDecision(db, decision, now, actor.kind === "person" ? actor.personId : null);
  const { asked, text, hash, standing, awaiting } = askedDecision(decision, around);
  const base = (proposal?.baseEdition.frozenText.content ?? null) as DocumentNode | null;
  const content = text.ok ? text.content : (frozenText.content as DocumentNode);
  const over = text.ok && text.onto !== null ? (around.latest?.frozenText.content as DocumentNode) : base;
  const isOpen = isOpenDecision(outcome);
  const acting = await actingHeadsOn(db, organization.id, around.today);
  const thing = { programId, organizationId: organization.id, ownerIds: acting };
  const decide = isOpen && can(actor, "decision.make", thing);
  const may = (move: DecisionMove) => decide && moveDecision(outcome, move).ok;
  const comments = decision.texts.length > 0 ? await commentsOnChanges(db, id) : [];
  const shownText = awaiting ?? standing;
  const waiting = decision.texts.find(({ id: textId }) => textId === awaiting?.id);
  return {
    thing: thingOfDecision(decision, actor),
    now,
    timeZone,
    decision: { id, outcome, askedAt, dueAt, decidedAt, decidedBy: decidedBy?.name ?? null, reasons, hash: frozenText.hash, signedHash: decision.signedHash, signedFrom: decision.signedFrom, effectiveFrom: day(decision.effectiveFrom), deferredUntil: day(decision.deferredUntil), isOpen },
    clock: decisionClock({ dueAt, now }),
    organization: { id: organization.id, name: organization.name, hasHead: acting.length > 0 || (await headsOf(db, [organization.id])).length > 0 },
    document: { id: document.id, number: document.number, title: document.title, kind: document.kind },
    proposal: proposal && { id: proposal.id, number: proposal.number, title: proposal.title, why: proposal.why, affected: proposal.affected, baseEdition: proposal.baseEdition.number },
    content: over ? null : content,
    redline: over && redline(over, content),
    week: over && (await weekChange(db, document, over, content)),
    joined: text.ok && text.onto !== null ? { edition: text.onto, hash } : null,
    stages: stagesShown(decision.stages, actor, { isOpen, maySkip: isOpen && can(actor, "stage.skip", thing) }),
    changes: shownText && {
      number: shownText.number,
      hash: shownText.frozenText.hash,
      carriedHash: shownText.basisHash,
      redline: redline(content, shownText.frozenText.content as DocumentNode),
      mended: awaiting && redline((standing?.frozenText.content ?? content) as DocumentNode, awaiting.frozenText.content as DocumentNode),
      choices: (decision.texts.find(({ id: textId }) => textId === shownText.id)?.choices ?? []) as ClauseDifference[],
      commentUntil: shownText.commentUntil,
      inComment: outcome === "inComment" && shownText.commentUntil > now,
      awaiting: awaiting !== null,
      earlier: decision.texts.filter(({ id: textId }) => textId !== shownText.id).map(({ number, state, madeAt, frozenText: { hash: earlier } }) => ({ number, state, madeAt, hash: earlier })),
      confirmed: shownText.typoOnly && !awaiting ? (decision.texts.find(({ id: textId }) => textId === shownText.id)?.confirmedBy?.name ?? null) : null,
      comments,
    },
    tally: round?.result ?? null,
    votes: round ? await votesWithReasons(db, round.id) : [],
    dissents: round?.dissents ?? [],
    faces: await groupFaces(db, programId),
    ahead: {
      edition: around.made?.number ?? (around.latest?.number ?? 0) + 1,
      obstacle: isOpen ? (adoptionRefusal(asked, "adopt")?.reason ?? null) : null,
      concluding: outcome === "inComment" ? (adoptionRefusal(asked, "conclude")?.reason ?? null) : null,
      previous: around.previous,
      firstDay: [around.today, asked.notice?.firstDay ?? ""].sort().at(-1) ?? around.today,
      notice: asked.notice?.name ?? null,
      today: around.today,
      latestDeferral: around.latestDeferral,
    },
    may: {
      decide,
      defer: may("defer"),
      interim: may("interim"),
      conclude: may("conclude"),
      change: may("change") && textRefusal(asked) === null,
      comment: outcome === "inComment" && shownText !== null && shownText.commentUntil > now && can(actor, "comment.write", thing),
      nameHead: isOpen && can(actor, "head.name", { programId, organizationId: organization.id }),
      confirmTypo: waiting !== undefined && can(actor, "typo.confirm", thing) && typoRuling({ madeById: waiting.madeById, groupId: waiting.madeBy.organization.groupId }, actor, true).ok,
    },
  };
});

export type DecisionPage = Extract<Awaited<ReturnType<typeof decisionPage>>, { ok: true }>["value"];

function day(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
