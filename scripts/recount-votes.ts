import { canonicalJson } from "../app/domain/records/canonical";
import { chainStart, recordHash, type RecordBody } from "../app/domain/records/chain";
import { charterRules } from "../app/domain/voting/charter";
import { outcomeInWords } from "../app/domain/voting/conditions";
import { countDecision } from "../app/domain/voting/count-decision";
import type { Tally } from "../app/domain/voting/tally";

export type Ask = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Counts closed rounds again, all or those named, from the last ballot of each seat, and follows the chain of each program. `wrong` names what differs. */
export async function recount(ask: Ask, roundIds: readonly string[] = []): Promise<{ said: string[]; wrong: string[] }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const rounds = await ask(
    `select round.id, round.number, round.kind, round.secret, round.result, charter.rules, proposal.number as proposal, proposal."programId"
     from "Round" round join "Charter" charter on charter.id = round."charterId" join "Proposal" proposal on proposal.id = round."proposalId"
     where round.state = 'closed' and round.kind in ('consent', 'agreement') and (cardinality($1::text[]) = 0 or round.id = any($1)) order by round."closedAt"`,
    [roundIds],
  );
  for (const id of roundIds.filter((id) => !rounds.some((round) => round.id === id))) wrong.push(`Round ${id}: there is no closed vote of this number.`);
  for (const round of rounds) {
    const name = `Proposal ${String(round.proposal)}, round ${String(round.number)} (${String(round.id)})`;
    const fault = await faultOf(ask, round);
    if (fault) wrong.push(`${name}: ${fault}`);
    else said.push(`${name}: ${outcomeInWords(round.result as Tally)}. Counted again, the same.`);
  }
  for (const { id } of await ask('select id from "Program" order by id')) {
    const broken = await chainFault(ask, String(id));
    if (broken) wrong.push(broken);
    else said.push(`The chain of records of program ${String(id)} is unbroken.`);
  }
  return { said, wrong };
}

async function faultOf(ask: Ask, round: Record<string, unknown>): Promise<string | null> {
  const roll = await ask('select id, "seatId", "groupId", "groupName", "organizationId", "organizationName", "personId", "recusedAt", "hasVoted" from "RollEntry" where "roundId" = $1 order by id', [round.id]);
  const votes = await ask('select "rollEntryId", choice, receipt from "Vote" where "roundId" = $1', [round.id]);
  const casts = await ask('select distinct on ("rollEntryId") "rollEntryId", choice, receipt from "Cast" where "roundId" = $1 order by "rollEntryId", at desc, id desc', [round.id]);
  const standing = new Map(casts.filter(({ choice }) => choice !== "withdrawn").map((cast) => [cast.rollEntryId, cast]));
  for (const vote of votes) {
    const cast = standing.get(vote.rollEntryId);
    if (!cast || cast.choice !== vote.choice || cast.receipt !== vote.receipt) return "a vote that counts is not the last ballot of its seat.";
  }
  if (votes.length !== standing.size) return "a ballot was cast that does not count.";
  const groups = await ask('select id, name from "Group" where "programId" = $1 order by position', [round.programId]);
  const secretVotes = await ask('select "groupId", "organizationId", choice from "SecretBallot" where "roundId" = $1 order by id', [round.id]);
  const tally = countDecision(
    { kind: round.kind === "agreement" ? "agreement" : "consent", rules: charterRules.parse(round.rules), secret: round.secret === true },
    {
      groups: groups.map(({ id, name }) => ({ id: String(id), name: String(roll.find(({ groupId }) => groupId === id)?.groupName ?? name) })),
      roll: roll.map(({ seatId, groupId, organizationId, organizationName, personId, recusedAt, hasVoted }) => ({ seatId: String(seatId), groupId: String(groupId), organizationId: String(organizationId), organizationName: String(organizationName), filled: personId !== null, hasVoted: hasVoted === true, ...(recusedAt ? { recused: true } : {}) })),
      votes: votes.map(({ rollEntryId, choice }) => ({ seatId: String(roll.find(({ id }) => id === rollEntryId)?.seatId), choice: String(choice) })),
      secretVotes: secretVotes.map(({ groupId, organizationId, choice }) => ({ groupId: groupId as string | null, organizationId: organizationId as string | null, choice: String(choice) })),
    },
  );
  const counted = (one: Tally) => canonicalJson({ carried: one.carried, overall: one.overall, groups: one.groups.filter(({ authorized }) => authorized > 0), capped: one.cappedOrganizations, unmet: one.unmet });
  if (counted(tally) !== counted(round.result as Tally)) return `the result on record says "${outcomeInWords(round.result as Tally)}", the ballots say "${outcomeInWords(tally)}".`;
  return null;
}

async function chainFault(ask: Ask, programId: string): Promise<string | null> {
  let previous = chainStart;
  let expected = 1;
  for (const { at, hash, previousHash, ...body } of await ask('select "programId", sequence, at, "actorId", "actorName", "organizationId", act, outcome, subject, "subjectId", detail, "previousHash", hash from "AuditRecord" where "programId" = $1 order by sequence', [programId])) {
    const record = { ...body, at: (at as Date).toISOString() } as unknown as RecordBody;
    if (record.sequence !== expected) return `Record ${expected} of program ${programId} is missing.`;
    if (previousHash !== previous || recordHash(previous, record) !== hash) return `Record ${expected} of program ${programId} was touched.`;
    previous = String(hash);
    expected += 1;
  }
  return null;
}
