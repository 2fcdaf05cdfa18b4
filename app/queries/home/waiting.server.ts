import { can, type Actor } from "~/domain/access/may";
import { speaksForAgency } from "~/domain/evaluation/finding-access";
import { citationsToReview } from "~/queries/resources/citations-to-review.server";
import { reviewsToDo } from "~/queries/review/reviews-to-do.server";
import { actsForToday } from "~/store/acting-heads.server";
import { toAcknowledge } from "~/store/acknowledgements.server";
import { amendmentsToAnswer } from "~/store/amendments.server";
import type { Database } from "~/store/database.server";
import { findingsWaiting } from "~/store/findings.server";
import { undecided } from "~/store/home.server";
import { outcomesToWrite, revisionsWaiting } from "~/store/outcomes.server";
import { commentsWaiting } from "~/store/public-comments.server";
import { lastSequence } from "~/store/records.server";
import { stagesToSign } from "~/store/stages.server";
import { coordinates } from "./home-page.server";

type Person = Extract<Actor, { kind: "person" }>;
type Counted = { sequence: number; minute: number; waiting: number };

const counted = new Map<string, Counted>();
const mostKept = 5_000;

/**
 * How many matters wait for a person that only a recorded act, or the clock, can add or take away.
 * They stand at the top of every page, so they are counted again only when the program's chain of records has grown or a minute is over.
 */
export async function mattersWaiting(db: Database, actor: Person): Promise<number> {
  const sequence = await lastSequence(db, actor.programId);
  const minute = Math.floor(Date.now() / 60_000);
  const known = counted.get(actor.personId);
  if (known && known.sequence === sequence && known.minute === minute) return known.waiting;
  const waiting = await countMatters(db, actor);
  if (counted.size >= mostKept) counted.clear();
  counted.set(actor.personId, { sequence, minute, waiting });
  return waiting;
}

async function countMatters(db: Database, actor: Person): Promise<number> {
  const thing = { programId: actor.programId };
  const leads = coordinates(actor);
  const [actingFor, findings, ...lists] = await Promise.all([
    actsForToday(db, actor),
    findingsWaiting(db, { ...actor, speaks: speaksForAgency(actor), checks: can(actor, "finding.check", thing) }),
    stagesToSign(db, actor.personId),
    toAcknowledge(db, actor),
    reviewsToDo(db, actor),
    amendmentsToAnswer(db, actor),
    citationsToReview(db, actor),
    leads ? outcomesToWrite(db, actor, 20) : [],
    leads ? revisionsWaiting(db, actor, 20) : [],
    can(actor, "public-comment.answer", thing) ? commentsWaiting(db, actor) : [],
  ]);
  const decisions = actor.roles.includes("approver") || actingFor.length > 0 ? await undecided(db, actor) : [];
  const decidesFor = (organizationId: string) => can(actor, "decision.make", { ...thing, organizationId, ownerIds: actingFor.includes(organizationId) ? [actor.personId] : [] });
  return [...lists, findings.toRespond, findings.toRecheck, findings.toReply, decisions.filter(({ organization }) => decidesFor(organization.id))].reduce((sum, list) => sum + list.length, 0);
}
