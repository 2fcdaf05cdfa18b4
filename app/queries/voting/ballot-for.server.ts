import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/access/may";
import { choiceMeanings } from "~/domain/voting/choices";
import type { CharterRules } from "~/domain/voting/charter";
import type { BallotTerms } from "~/domain/voting/kinds";
import { choiceInWords } from "~/domain/voting/marks";
import { mayMarkSafety } from "~/domain/voting/safety-mark";
import { ownBallot } from "~/store/ballots.server";
import type { Database } from "~/store/database.server";

type Asked = { id: string; terms: BallotTerms; rules: CharterRules; secret: boolean; proposal: { reviseUntil: Date | null } | null };

/** What the ballot shows to one person; null without an entry on the roll. Each showing has its own number, so that a ballot sent twice counts once. */
export async function ballotFor(db: Database, { id, terms, rules, secret, proposal }: Asked, { personId }: Extract<Actor, { kind: "person" }>) {
  const own = await ownBallot(db, id, personId);
  if (!own) return null;
  return {
    ...own,
    vote: own.vote && { ...own.vote, said: choiceInWords(terms, own.vote.choice) },
    roundId: id,
    requestId: randomUUID(),
    terms,
    secret,
    meanings: choiceMeanings(rules, { id: own.groupId, name: own.groupName }),
    reasons: rules.reasons,
    mayMarkSafety: proposal !== null && mayMarkSafety({ secret, kind: terms.kind, revised: proposal.reviseUntil !== null, rules, groupId: own.groupId }),
  };
}
