import { visibilities, type Actor, type Thing } from "~/domain/access/may";
import { charterRules, type CharterRules } from "~/domain/voting/charter";
import type { BallotBox } from "~/domain/voting/count-decision";
import { decides, readKind, type BallotOption, type DecidingKind } from "~/domain/voting/kinds";
import { roundStates, type RoundState } from "~/domain/voting/stages";
import type { PollTally } from "~/domain/voting/poll";
import type { Tally } from "~/domain/voting/tally";
import { readProposalStage } from "~/domain/proposals/stages";
import { emptyIntoList, holdBoxes, readBox } from "./ballot-box.server";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const proposalOfRound = {
  select: {
    id: true,
    programId: true,
    number: true,
    title: true,
    stage: true,
    authorId: true,
    draftId: true,
    reviseUntil: true,
    charterRules: true,
    program: { select: { timeZone: true } },
    document: { select: { id: true, number: true, title: true, organizationId: true, visibility: true } },
  },
} as const;

export type LockedRound = NonNullable<Awaited<ReturnType<typeof lockRound>>>;

/** A vote on a proposal under a lock: shared to cast, so that no count begins meanwhile; exclusive to close or void, so that no vote arrives. */
export async function lockRound(db: Database, roundId: string, how: "share" | "update") {
  const locked =
    how === "share"
      ? await db.$queryRaw<{ id: string }[]>`select id from "Round" where id = ${roundId} for share`
      : await db.$queryRaw<{ id: string }[]>`select id from "Round" where id = ${roundId} for update`;
  if (locked.length === 0) return null;
  const round = await roundById(db, roundId);
  if (round?.secret && how === "update") await holdBoxes(db);
  return round;
}

/** A vote that decides a proposal; null for a question of its own. */
export async function roundById(db: Database, roundId: string) {
  const round = await db.round.findUnique({
    where: { id: roundId },
    include: { proposal: proposalOfRound, charter: { select: { version: true, rules: true } }, frozenText: { select: { hash: true } } },
  });
  if (!round?.proposal || !round.frozenText || round.frozenTextId === null) return null;
  const { proposal, charter, frozenText, frozenTextId, state, result, kind, ...rest } = round;
  return {
    ...rest,
    frozenTextId,
    kind: readDecidingKind(kind),
    state: readRoundState(state),
    result: result as Tally | null,
    hash: frozenText.hash,
    charter: { version: charter.version, rules: rulesOfRound(charter.rules, round) },
    proposal: { ...proposal, stage: readProposalStage(proposal.stage), timeZone: proposal.program.timeZone },
    thing: thingOfProposal(proposal),
  };
}

export type LockedBallot = NonNullable<Awaited<ReturnType<typeof lockBallot>>>;

/**
 * A ballot of any kind, on a proposal or on a question of its own, under a lock: shared to cast, so that no count begins meanwhile.
 * A secret one is held alone, because each of its ballots writes the whole box anew.
 */
export async function lockBallot(db: Database, roundId: string, how: "share" | "update") {
  const found = await db.round.findUnique({ where: { id: roundId }, select: { secret: true } });
  if (!found) return null;
  if (how === "update" || found.secret) await db.$queryRaw`select id from "Round" where id = ${roundId} for update`;
  else await db.$queryRaw`select id from "Round" where id = ${roundId} for share`;
  if (found.secret) await holdBoxes(db);
  return ballotById(db, roundId);
}

export async function ballotById(db: Database, roundId: string) {
  const round = await db.round.findUnique({
    where: { id: roundId },
    include: { program: { select: { timeZone: true } }, proposal: proposalOfRound, charter: { select: { version: true, rules: true } }, frozenText: { select: { hash: true } } },
  });
  if (!round) return null;
  const { program, proposal, charter, frozenText, state, kind, options, mostChoices, highestScore, ...rest } = round;
  const title = proposal ? `Proposal ${proposal.number}: ${proposal.title}` : round.question;
  const thing: Thing = proposal ? thingOfProposal(proposal) : { programId: round.programId, ownerIds: [round.openedById] };
  return {
    ...rest,
    terms: { kind: readKind(kind), options: options as BallotOption[], mostChoices, highestScore },
    state: readRoundState(state),
    hash: frozenText?.hash ?? "",
    rules: rulesOfRound(charter.rules, round),
    charterVersion: charter.version,
    timeZone: program.timeZone,
    proposal: proposal && { id: proposal.id, number: proposal.number, title: proposal.title, reviseUntil: proposal.reviseUntil },
    title,
    path: proposal ? `/proposals/${proposal.id}` : `/ballots/${round.id}`,
    thing,
  };
}

/** The charter's rules with what this round was opened with. */
export function rulesOfRound(stored: unknown, { reasons, results }: { reasons: string | null; results: string | null }): CharterRules {
  return charterRules.parse({ ...(stored as object), ...(reasons ? { reasons } : {}), ...(results ? { results } : {}) });
}

export function readDecidingKind(word: string): DecidingKind {
  const kind = readKind(word);
  if (!decides(kind)) throw new Error(`A ${kind} ballot decides nothing.`);
  return kind;
}

type Whose = { programId: string; authorId: string; document: { organizationId: string; visibility: string } };

export function thingOfProposal({ programId, authorId, document }: Whose): Thing {
  const visibility = visibilities.find((known) => known === document.visibility) ?? "organization";
  return { programId, organizationId: document.organizationId, visibility, ownerIds: [authorId] };
}

export function readRoundState(word: string): RoundState {
  const state = roundStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown round state ${word}`);
  return state;
}

export function readRules(stored: unknown): CharterRules {
  return charterRules.parse(stored);
}

/** The entry on the roll of a seat that a person holds, or is the alternate for, locked: two ballots of one seat take turns. */
export async function lockRollEntry(db: Database, roundId: string, personId: string) {
  await db.$queryRaw`select id from "RollEntry" where "roundId" = ${roundId} and ("personId" = ${personId} or "alternateId" = ${personId}) for update`;
  return db.rollEntry.findFirst({ where: { roundId, OR: [{ personId }, { alternateId: personId }] }, include: { vote: true } });
}

/** An entry by its own id, locked. */
export async function lockEntryById(db: Database, roundId: string, id: string) {
  await db.$queryRaw`select id from "RollEntry" where id = ${id} and "roundId" = ${roundId} for update`;
  return db.rollEntry.findFirst({ where: { id, roundId }, include: { vote: true } });
}

/** Takes a seat off what this vote counts, or puts it back. */
export async function saveRecusal(db: Database, rollEntryId: string, recusal: { recusedAt: Date | null; recusedReason: string }): Promise<void> {
  await db.rollEntry.update({ where: { id: rollEntryId }, data: recusal });
}

/** How many objections that stand say that somebody would come to harm. */
export async function safetyObjections(db: Database, roundId: string): Promise<number> {
  return db.vote.count({ where: { roundId, safety: true, choice: "object", rollEntry: { recusedAt: null } } });
}

export async function castByRequest(db: Database, rollEntryId: string, requestId: string) {
  return db.cast.findUnique({ where: { rollEntryId_requestId: { rollEntryId, requestId } } });
}

/** The seats a person holds today, for telling why a ballot is not theirs. */
export async function seatsOf(db: Database, personId: string, today: string): Promise<{ voting: boolean }[]> {
  const day = new Date(`${today}T00:00:00Z`);
  return db.seat.findMany({ where: { holderId: personId, termStart: { lte: day }, OR: [{ termEnd: null }, { termEnd: { gte: day } }] }, select: { voting: true } });
}

export type Ballot = { rollEntryId: string; roundId: string; requestId: string; choice: string; reason: string; at: Date; receipt: string; castBy: CastBy; castByName: string; safety: boolean };

/** Whose hand it was: the holder's, the alternate's, or a coordinator's for a member who called. */
export type CastBy = "holder" | "alternate" | "behalf";

/** Appends to the history and sets the one row that counts. */
export async function saveBallot(db: Database, { choice, ...ballot }: Ballot): Promise<void> {
  const { rollEntryId, roundId, at, requestId: _requestId, ...said } = ballot;
  await db.cast.create({ data: { ...ballot, choice } });
  await db.rollEntry.update({ where: { id: rollEntryId }, data: { hasVoted: choice !== "withdrawn" } });
  if (choice === "withdrawn") {
    await db.vote.deleteMany({ where: { rollEntryId } });
    return;
  }
  const counts = { ...said, choice, castAt: at };
  await db.vote.upsert({ where: { rollEntryId }, create: { rollEntryId, roundId, ...counts }, update: counts });
}

/** All that a count needs, as it stands in this transaction. Secret ballots only for who holds the box, to close it. */
export async function ballotBox(db: Database, roundId: string, programId: string, secret = false): Promise<BallotBox> {
  const entries = await db.rollEntry.findMany({ where: { roundId }, include: { vote: { select: { choice: true } } }, orderBy: { id: "asc" } });
  const onRoll = new Map(entries.map(({ groupId, groupName }) => [groupId, groupName]));
  const known = await db.group.findMany({ where: { programId }, orderBy: { position: "asc" }, select: { id: true, name: true } });
  return {
    groups: known.map(({ id, name }) => ({ id, name: onRoll.get(id) ?? name })),
    roll: entries.map(({ seatId, groupId, organizationId, organizationName, personId, recusedAt, hasVoted }) => ({ seatId, groupId, organizationId, organizationName, filled: personId !== null, hasVoted, ...(recusedAt ? { recused: true } : {}) })),
    votes: entries.flatMap(({ seatId, vote }) => (vote ? [{ seatId, choice: vote.choice }] : [])),
    secretVotes: secret ? (await readBox(db, roundId)).map(({ groupId, organizationId, choice }) => ({ groupId, organizationId, choice })) : [],
  };
}

/** Closes or voids an open round. False when someone was first. */
export async function endRound(db: Database, roundId: string, change: { state: "closed"; closedAt: Date; result: Tally | PollTally; heldUntil?: Date | null } | { state: "voided"; closedAt: Date; voidedReason: string }): Promise<boolean> {
  const data = change.state === "closed" ? { ...change, result: change.result as unknown as Prisma.InputJsonValue } : change;
  const { count } = await db.round.updateMany({ where: { id: roundId, state: "open" }, data });
  if (count === 1 && (await db.round.count({ where: { id: roundId, secret: true } })) === 1) await emptyIntoList(db, roundId);
  return count === 1;
}

/** Everybody with a say in a round: who holds its seats, and their alternates. In the order of the roll's ids, so that none tells who voted last. */
export async function votersOf(db: Database, roundId: string): Promise<string[]> {
  const entries = await db.rollEntry.findMany({ where: { roundId, personId: { not: null } }, orderBy: { id: "asc" }, select: { personId: true, alternateId: true } });
  return entries.flatMap(({ personId, alternateId }) => [personId, alternateId].filter((id) => id !== null));
}

/** A later end for an open round, and who gave it why. False when it ended in between. */
export async function saveExtension(db: Database, { roundId, ...extension }: { roundId: string; from: Date; until: Date; reason: string; byId: string; at: Date }): Promise<string | null> {
  const { count } = await db.round.updateMany({ where: { id: roundId, state: "open", closesAt: extension.from }, data: { closesAt: extension.until } });
  return count === 1 ? (await db.extension.create({ data: { roundId, ...extension }, select: { id: true } })).id : null;
}

/** Open rounds whose time is up by the database's clock. */
export async function overdueRounds(db: Database, only: { roundId?: string; proposalId?: string } = {}): Promise<{ id: string; programId: string; decides: boolean }[]> {
  return db.$queryRaw<{ id: string; programId: string; decides: boolean }[]>`
    select round.id, round."programId", round."proposalId" is not null as decides from "Round" round
    where round.state = 'open' and round."closesAt" <= clock_timestamp()
      and (${only.roundId ?? null}::text is null or round.id = ${only.roundId ?? null})
      and (${only.proposalId ?? null}::text is null or round."proposalId" = ${only.proposalId ?? null})
    order by round."closesAt"`;
}

export function isPerson(actor: Actor): actor is Extract<Actor, { kind: "person" }> {
  return actor.kind === "person";
}
