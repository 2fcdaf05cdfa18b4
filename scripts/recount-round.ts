import { canonicalJson } from "../app/domain/records/canonical";
import { charterRules } from "../app/domain/voting/charter";
import { outcomeInWords } from "../app/domain/voting/conditions";
import { countDecision, type BallotBox } from "../app/domain/voting/count-decision";
import { decides, readKind, type BallotOption, type BallotTerms } from "../app/domain/voting/kinds";
import { countPoll, type PollTally } from "../app/domain/voting/poll";
import { pollInWords } from "../app/domain/voting/poll-words";
import type { Tally } from "../app/domain/voting/tally";

export type Row = Record<string, unknown>;
export type Ask = (text: string, values?: unknown[]) => Promise<Row[]>;

/** One closed round counted again from what is stored: the ballots against their history and the chain of records, and the count against the result. */
export async function recountRound(ask: Ask, round: Row): Promise<{ outcome: string; fault: string | null }> {
  const box = await boxOf(ask, round);
  const records = await recordsOf(ask, round);
  const recorded = countOf(round, round.result as Tally | PollTally);
  const fault = (round.secret === true ? secretFault(box, records) : await openFault(ask, round, records)) ?? countFault(round, box, recorded, records);
  return { outcome: recorded.words, fault };
}

async function boxOf(ask: Ask, round: Row): Promise<BallotBox> {
  const roll = await ask('select "seatId", "groupId", "groupName", "organizationId", "organizationName", "personId", "recusedAt", "hasVoted" from "RollEntry" where "roundId" = $1 order by id', [round.id]);
  const groups = await ask('select id, name from "Group" where "programId" = $1 order by position', [round.programId]);
  const votes = await ask('select entry."seatId", vote.choice from "Vote" vote join "RollEntry" entry on entry.id = vote."rollEntryId" where vote."roundId" = $1 order by entry.id', [round.id]);
  const secretVotes = await ask('select "groupId", "organizationId", choice from "SecretBallot" where "roundId" = $1 order by id', [round.id]);
  return {
    groups: groups.map(({ id, name }) => ({ id: String(id), name: String(roll.find(({ groupId }) => groupId === id)?.groupName ?? name) })),
    roll: roll.map(({ seatId, groupId, organizationId, organizationName, personId, recusedAt, hasVoted }) => ({ seatId: String(seatId), groupId: String(groupId), organizationId: String(organizationId), organizationName: String(organizationName), filled: personId !== null, hasVoted: hasVoted === true, ...(recusedAt ? { recused: true } : {}) })),
    votes: votes.map(({ seatId, choice }) => ({ seatId: String(seatId), choice: String(choice) })),
    secretVotes: secretVotes.map(({ groupId, organizationId, choice }) => ({ groupId: groupId as string | null, organizationId: organizationId as string | null, choice: String(choice) })),
  };
}

type Records = { receipts: Set<unknown>; boxed: number; outcomes: string[] };

/** What the chain says of a round: the receipts of its ballots, how many went into its box, and how it came out. */
async function recordsOf(ask: Ask, round: Row): Promise<Records> {
  const rows = await ask(
    `select act, detail from "AuditRecord" where "programId" = $1 and outcome = 'done'
     and ((act in ('vote.cast', 'vote.record', 'vote.withdraw') and "subjectId" = $2) or (act = 'round.close' and ("subjectId" = $2 or detail->>'roundId' = $2)))`,
    [round.programId, round.id],
  );
  const details = (closing: boolean) => rows.filter(({ act }) => (act === "round.close") === closing).map(({ detail }) => detail as Row);
  const ballots = details(false);
  return { receipts: new Set(ballots.map(({ receipt }) => receipt)), boxed: ballots.filter(({ repeated }) => repeated !== true).length, outcomes: details(true).map(({ outcome }) => String(outcome)) };
}

async function openFault(ask: Ask, round: Row, { receipts }: Records): Promise<string | null> {
  const votes = await ask('select "rollEntryId", choice, receipt from "Vote" where "roundId" = $1', [round.id]);
  const casts = await ask('select distinct on ("rollEntryId") "rollEntryId", choice, receipt from "Cast" where "roundId" = $1 order by "rollEntryId", at desc, id desc', [round.id]);
  const standing = new Map(casts.filter(({ choice }) => choice !== "withdrawn").map((cast) => [cast.rollEntryId, cast]));
  for (const vote of votes) {
    const cast = standing.get(vote.rollEntryId);
    if (!cast || cast.choice !== vote.choice || cast.receipt !== vote.receipt) return "a vote that counts is not the last ballot of its seat.";
    if (!receipts.has(vote.receipt)) return "a vote that counts is not in the chain of records.";
  }
  return votes.length === standing.size ? null : "a ballot was cast that does not count.";
}

function secretFault({ roll, secretVotes }: BallotBox, { boxed }: Records): string | null {
  const voters = roll.filter(({ hasVoted }) => hasVoted).length;
  if (secretVotes.length !== voters) return `${voters} seats have voted, and ${secretVotes.length} ballots lie in the box.`;
  return boxed === voters ? null : `${voters} seats have voted, and the chain of records has ${boxed} ballots.`;
}

function countFault(round: Row, box: BallotBox, recorded: Counted, { outcomes }: Records): string | null {
  let counted: Counted;
  try {
    counted = countOf(round, recounted(round, box));
  } catch (fault) {
    return `the ballots cannot be counted: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
  if (recorded.figures !== counted.figures) return `the result on record says "${recorded.words}", the ballots say "${counted.words}".`;
  return outcomes.includes(recorded.words) ? null : `the result says "${recorded.words}", the chain of records says "${outcomes.join(", ")}".`;
}

function recounted(round: Row, box: BallotBox): Tally | PollTally {
  const terms = termsOf(round);
  if (decides(terms.kind)) return countDecision({ kind: terms.kind, rules: charterRules.parse(round.rules), secret: round.secret === true }, box);
  return countPoll(terms, (round.secret === true ? box.secretVotes : box.votes).map(({ choice }) => choice));
}

type Counted = { words: string; figures: string };

function countOf(round: Row, tally: Tally | PollTally): Counted {
  if ("carried" in tally) return { words: outcomeInWords(tally), figures: canonicalJson({ carried: tally.carried, overall: tally.overall, groups: tally.groups.filter(({ authorized }) => authorized > 0), capped: tally.cappedOrganizations, unmet: tally.unmet }) };
  return { words: pollInWords(termsOf(round), tally), figures: canonicalJson(tally) };
}

function termsOf({ kind, options, mostChoices, highestScore }: Row): BallotTerms {
  return { kind: readKind(String(kind)), options: options as BallotOption[], mostChoices: Number(mostChoices), highestScore: Number(highestScore) };
}
