import type { Actor } from "~/domain/access/may";
import { outcomeInWords } from "~/domain/voting/conditions";
import { dissentRuling } from "~/domain/voting/dissent";
import { query } from "~/queries/query.server";
import { roundsOf } from "~/store/ballots.server";
import type { Database } from "~/store/database.server";
import { groupOnRoll } from "~/store/outcomes.server";
import { roundById } from "~/store/voting.server";

/** What a coordinator sees before the outcome of a vote is written. */
export const outcomeForm = query("outcome.write", async (db, { roundId }: { roundId: string }) => {
  const round = await roundById(db, roundId);
  if (!round) return null;
  const written = (await roundsOf(db, round.proposal.id)).find(({ id }) => id === roundId)?.outcome ?? null;
  return { ...about(round), counted: round.result && `${outcomeInWords(round.result)}.`, open: round.state === "closed" && !round.heldUntil && !written };
});

/** For whom a person may attach a dissent, or why not. Everybody who sees the vote may read it. */
export const dissentForm = query("dissent.write", async (db, { roundId }: { roundId: string }, actor) => {
  const round = await roundById(db, roundId);
  if (!round) return null;
  const ruling = await dissentOf(db, round, actor);
  return { ...about(round), group: ruling.ok ? ruling.value.name : null, refusal: ruling.ok ? null : ruling.reason };
});

type Round = { id: string; state: "open" | "closed" | "voided"; heldUntil: Date | null; result: Parameters<typeof dissentRuling>[0]["tally"] };

/** Whether this person's group may dissent from a round; it is attached once. */
export async function dissentOf(db: Database, { id, state, heldUntil, result }: Round, actor: Actor) {
  const groupId = actor.kind === "person" && state === "closed" ? await groupOnRoll(db, id, actor.personId) : null;
  return dissentRuling({ state, held: heldUntil !== null, tally: result, groupId });
}

function about({ thing, proposal, id }: NonNullable<Awaited<ReturnType<typeof roundById>>>) {
  return { thing, roundId: id, proposal: { id: proposal.id, number: proposal.number, title: proposal.title } };
}
