import { chainStart, recordHash, type RecordBody } from "../app/domain/records/chain";
import { recountRound, type Ask } from "./recount-round";

/** Counts closed votes, elections and other questions again, all or those named, from their ballots, and follows the chain of each program. `wrong` names what differs. */
export async function recount(ask: Ask, roundIds: readonly string[] = []): Promise<{ said: string[]; wrong: string[] }> {
  const said: string[] = [];
  const wrong: string[] = [];
  const rounds = await ask(
    `select round.id, round.number, round.kind, round.question, round.options, round."mostChoices", round."highestScore", round.secret, round.result, round."programId", charter.rules, proposal.number as proposal
     from "Round" round join "Charter" charter on charter.id = round."charterId" left join "Proposal" proposal on proposal.id = round."proposalId"
     where round.state = 'closed' and (cardinality($1::text[]) = 0 or round.id = any($1)) order by round."closedAt"`,
    [roundIds],
  );
  for (const id of roundIds.filter((id) => !rounds.some((round) => round.id === id))) wrong.push(`Round ${id}: there is no closed vote of this number.`);
  for (const round of rounds) {
    const name = `${round.proposal === null ? `“${String(round.question)}”` : `Proposal ${String(round.proposal)}, round ${String(round.number)}`} (${String(round.id)})`;
    const { outcome, fault } = await recountRound(ask, round);
    if (fault) wrong.push(`${name}: ${fault}`);
    else said.push(`${name}: ${outcome.replace(/\.$/, "")}. Counted again, the same.`);
  }
  for (const { id } of await ask('select id from "Program" order by id')) {
    const broken = await chainFault(ask, String(id));
    if (broken) wrong.push(broken);
    else said.push(`The chain of records of program ${String(id)} is unbroken.`);
  }
  return { said, wrong };
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
