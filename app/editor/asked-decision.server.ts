import { afterNotice } from "~/domain/decisions/business-days";
import type { AskedDecision } from "~/domain/decisions/decide";
import type { ApprovalState } from "~/domain/decisions/approval";
import type { DecisionState } from "~/domain/decisions/stages";
import { minimumRefusals, type GroupVotes } from "~/domain/training/minimums";
import type { Minimum } from "~/domain/training/curriculum-check";
import type { Tally } from "~/domain/voting/tally";
import { hashOf } from "./canonical.server";
import { modulesIn } from "./curriculum-text";
import type { DocumentNode } from "./schema/document-node";
import { textToAdopt, type TextToAdopt } from "./text-to-adopt";

type Frozen = { id?: string; hash: string; content: unknown };
type Edition = { number: number; frozenText: { content: unknown } };
export type AgencyTextFacts = { id: string; number: number; state: string; typoOnly: boolean; commentUntil: Date; basisHash: string; frozenText: Frozen };

export type DecisionFacts = {
  outcome: DecisionState;
  frozenText: Frozen;
  round: { state: string; result: Pick<Tally, "carried" | "groups"> | null; frozenText: { hash: string } | null } | null;
  proposal: { authorId: string; baseEdition: Edition } | null;
  stages: readonly { name: string; state: ApprovalState; noticeDays: number | null; signatures: readonly { noticeOn: string | null }[] }[];
  texts: readonly AgencyTextFacts[];
  organization: { path: { holidays: string[] } | null };
};

export type Around = {
  latest: Edition | null;
  made: (Edition & { hash: string; carriedHash: string }) | null;
  previous: { edition: number; effectiveFrom: string } | null;
  today: string;
  now: Date;
  latestDeferral: string;
  /** The day of an instant in the program's time zone. */
  dayOf: (at: Date) => string;
  personId: string | null;
  /** What groups protect, where the text is a curriculum. */
  minimums: readonly Minimum[];
};

/** What a head is asked as it stands now: what the ruling needs, the text that adoption would put in force, and the head's own changes of it. */
export function askedDecision(decision: DecisionFacts, around: Around): { asked: AskedDecision; text: TextToAdopt; hash: string; standing: AgencyTextFacts | null; awaiting: AgencyTextFacts | null } {
  const { frozenText, round, proposal, stages, organization } = decision;
  const { latest, made, previous, today, now, latestDeferral, dayOf, personId } = around;
  const base = proposal && { number: proposal.baseEdition.number, content: contentOf(proposal.baseEdition) };
  const text = textToAdopt({ voted: frozenText.content as DocumentNode, base, latest: latest && { number: latest.number, content: contentOf(latest) }, made: made && contentOf(made) });
  const hash = text.ok ? hashOf(text.content) : frozenText.hash;
  const standing = decision.texts.find(({ state }) => state === "standing") ?? null;
  const awaiting = decision.texts.find(({ state }) => state === "awaiting") ?? null;
  return {
    text,
    hash,
    standing,
    awaiting,
    asked: {
      state: decision.outcome,
      today,
      contentHash: hashOf(frozenText.content),
      frozenHash: frozenText.hash,
      round: round && { state: round.state, carried: round.result?.carried === true, hash: round.frozenText?.hash ?? "" },
      clash: text.ok ? null : { edition: text.edition, clauses: text.clauses },
      ownEdition: made && { number: made.number, contentHash: hashOf(made.frozenText.content), hash: made.hash, carriedHash: made.carriedHash },
      previous,
      ownProposal: proposal !== null && proposal.authorId === personId,
      latestDeferral,
      stages,
      minimums: minimumsOf(around.minimums, { base: base?.content ?? null, text: text.ok ? text.content : null, changed: standing && (standing.frozenText.content as DocumentNode), groups: round?.result?.groups ?? [] }),
      notice: noticeOf(stages, organization.path?.holidays ?? []),
      changes:
        standing || awaiting
          ? { over: standing !== null && standing.commentUntil <= now, until: standing ? dayOf(standing.commentUntil) : "", unconfirmed: awaiting !== null, outdated: standing !== null && standing.basisHash !== hash, altered: standing !== null && hashOf(standing.frozenText.content) !== standing.frozenText.hash }
          : null,
    },
  };
}

/** The latest of the first days that the notices given so far allow. */
function noticeOf(stages: DecisionFacts["stages"], holidays: readonly string[]): AskedDecision["notice"] {
  const notices = stages.flatMap(({ name, state, noticeDays, signatures }) => {
    if (state !== "done" || noticeDays === null) return [];
    const given = signatures.flatMap(({ noticeOn }) => (noticeOn === null ? [] : [noticeOn])).sort().at(-1);
    return given === undefined ? [] : [{ name: `${name} (${noticeDays} business days from ${given})`, firstDay: afterNotice(given, noticeDays, holidays) }];
  });
  return notices.sort((one, other) => (one.firstDay < other.firstDay ? 1 : -1))[0] ?? null;
}

/** Texts are read for their hours only where a group protects some. */
function minimumsOf(minimums: readonly Minimum[], { base, text, changed, groups }: { base: DocumentNode | null; text: DocumentNode | null; changed: DocumentNode | null; groups: Tally["groups"] }): AskedDecision["minimums"] {
  if (minimums.length === 0 || !text) return { carried: null, changed: null };
  const hours = (of: DocumentNode | null) => of && modulesIn(of).modules;
  return minimumRefusals({ before: hours(base), carried: modulesIn(text).modules, changed: hours(changed), minimums, groups: groups.map(votesOf) });
}

/** Of a secret ballot that tells no numbers, whether the group agreed. */
function votesOf({ id, consent, object, withheld, threshold }: Tally["groups"][number]): GroupVotes {
  return withheld ? { id, consent: threshold.met ? 1 : 0, object: 0 } : { id, consent, object };
}

function contentOf({ frozenText }: Edition): DocumentNode {
  return frozenText.content as DocumentNode;
}
