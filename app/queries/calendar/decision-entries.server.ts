import { can, type Actor } from "~/domain/access/may";
import { sequenceOf, type CalendarEntry } from "~/domain/calendar/entry";
import { decisionDates } from "~/store/calendar.server";
import type { Database } from "~/store/database.server";
import { thingOfDecision } from "~/store/decisions.server";
import { isCoordinator } from "./vote-entries.server";

type PersonActor = Extract<Actor, { kind: "person" }>;

/** When the decisions are due that somebody gives as head of an agency, or that they coordinate. An answer calls the date off. */
export async function decisionEntries(db: Database, actor: PersonActor, since: Date): Promise<CalendarEntry[]> {
  const isHead = can(actor, "decision.make", { programId: actor.programId, organizationId: actor.organizationId });
  if (!isHead && !isCoordinator(actor)) return [];
  const decisions = await decisionDates(db, { programId: actor.programId, organizationId: isCoordinator(actor) ? null : actor.organizationId, since });
  return decisions
    .filter((decision) => can(actor, "decision.read", thingOfDecision(decision, actor)))
    .map(({ id, askedAt, dueAt, decidedAt, organization, proposal, document }) => {
      const about = proposal ? `proposal ${proposal.number}, ${proposal.title}` : `${document.number} ${document.title}`;
      const cancelled = decidedAt !== null;
      return { id: `decision-${id}`, at: dueAt, title: `${organization.name} decides: ${about}`, path: `/decisions/${id}`, sequence: sequenceOf({ begun: askedAt, at: dueAt, cancelled }), cancelled };
    });
}
