import type { SecretPlace } from "~/domain/voting/secrecy";
import type { Database } from "./database.server";

export type SecretBallot = SecretPlace & { id: string; choice: string; reason: string; receipt: string };

type Box = { roundId: string; ballots: SecretBallot[] };

/** Before a box is read, or two voters would each wait until the other has read theirs. */
export async function holdBoxes(db: Database): Promise<void> {
  await db.$executeRaw`lock table "BallotBox" in access exclusive mode`;
}

/** What lies in the box of an open secret round. */
export async function readBox(db: Database, roundId: string): Promise<SecretBallot[]> {
  return (await allBoxes(db)).find((box) => box.roundId === roundId)?.ballots ?? [];
}

/**
 * Puts a secret ballot into its box. All boxes are written anew, in a new file and with the ballots in the order of their random ids, so that no order
 * and no transaction, nor what an old file still holds, tells which one came last; the roll keeps only that the seat has voted.
 */
export async function saveSecretBallot(db: Database, roundId: string, rollEntryId: string, ballot: SecretBallot): Promise<void> {
  const boxes = await allBoxes(db);
  const ballots = [...(boxes.find((box) => box.roundId === roundId)?.ballots ?? []), ballot].sort((one, other) => (one.id < other.id ? -1 : 1));
  await fillBoxes(db, [...boxes.filter((box) => box.roundId !== roundId), { roundId, ballots }]);
  await db.rollEntry.update({ where: { id: rollEntryId }, data: { hasVoted: true } });
}

/** The ballots of a round that is over leave their box, all in one transaction. */
export async function emptyIntoList(db: Database, roundId: string): Promise<void> {
  const boxes = await allBoxes(db);
  const over = boxes.find((box) => box.roundId === roundId);
  if (!over) return;
  await db.secretBallot.createMany({ data: over.ballots.map((ballot) => ({ ...ballot, roundId })) });
  await fillBoxes(db, boxes.filter((box) => box !== over));
}

export async function secretReceiptExists(db: Database, roundId: string, receipt: string): Promise<boolean> {
  const waiting = (await readBox(db, roundId)).some((ballot) => ballot.receipt === receipt);
  return waiting || (await db.secretBallot.count({ where: { receipt } })) > 0;
}

async function allBoxes(db: Database): Promise<Box[]> {
  const boxes = await db.ballotBox.findMany({ orderBy: { roundId: "asc" } });
  return boxes.map(({ roundId, ballots }) => ({ roundId, ballots: JSON.parse(ballots) as SecretBallot[] }));
}

/** A shorter text than this would lie among the rows. */
const outOfLine = 4096;

async function fillBoxes(db: Database, boxes: Box[]): Promise<void> {
  await db.$executeRaw`select empty_ballot_boxes()`;
  await db.ballotBox.createMany({ data: boxes.map(({ roundId, ballots }) => ({ roundId, ballots: JSON.stringify(ballots).padEnd(outOfLine) })) });
}
