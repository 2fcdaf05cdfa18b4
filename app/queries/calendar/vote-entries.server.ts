import { can, type Actor } from "~/domain/access/may";
import { sequenceOf, type CalendarEntry } from "~/domain/calendar/entry";
import { roundDates } from "~/store/calendar.server";
import type { Database } from "~/store/database.server";
import { thingOfProposal } from "~/store/voting.server";

type PersonActor = Extract<Actor, { kind: "person" }>;

/** When the votes close that somebody is on the roll of, or that they coordinate. */
export async function voteEntries(db: Database, actor: PersonActor, since: Date): Promise<CalendarEntry[]> {
  const rounds = await roundDates(db, { programId: actor.programId, personId: isCoordinator(actor) ? null : actor.personId, since });
  return rounds
    .filter(({ programId, proposal }) => (proposal ? can(actor, "proposal.read", thingOfProposal(proposal)) : can(actor, "ballot.read", { programId })))
    .map(({ id, openedAt, closesAt, state, question, proposal }) => {
      const cancelled = state === "voided";
      return {
        id: `vote-${id}`,
        at: closesAt,
        title: `Vote closes: ${proposal ? `proposal ${proposal.number}, ${proposal.title}` : question}`,
        path: proposal ? `/proposals/${proposal.id}#vote` : `/ballots/${id}`,
        sequence: sequenceOf({ begun: openedAt, at: closesAt, cancelled }),
        cancelled,
      };
    });
}

export function isCoordinator({ roles }: PersonActor): boolean {
  return roles.includes("coordinator");
}
