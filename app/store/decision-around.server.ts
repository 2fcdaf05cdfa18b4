import { dueAfter } from "~/domain/decisions/clock";
import { dayOf } from "~/domain/voting/deadline";
import { curriculumRule } from "./curricula.server";
import type { Database } from "./database.server";
import { latestEdition, latestRules, madeEdition, previousAdoption, type DecisionRow } from "./decisions.server";
import { readRules } from "./voting.server";

/** What stands around a decision: editions made meanwhile, what the agency adopted last, the day it is. */
export async function aroundDecision(db: Database, decision: DecisionRow, now: Date, personId: string | null) {
  const { programId, organizationId, documentId, frozenTextId, proposalId, round, timeZone } = decision;
  const rules = readRules(round ? round.charter.rules : await latestRules(db, programId));
  return {
    latest: await latestEdition(db, documentId),
    made: await madeEdition(db, { frozenTextId, proposalId }),
    previous: await previousAdoption(db, documentId, organizationId),
    today: dayOf(now, timeZone),
    now,
    latestDeferral: dayOf(dueAfter(now, rules.daysToDecide), timeZone),
    dayOf: (at: Date) => dayOf(at, timeZone),
    personId,
    minimums: (await curriculumRule(db, documentId))?.minimums ?? [],
  };
}
