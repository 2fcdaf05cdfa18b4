import { decisionClock } from "~/domain/decisions/clock";
import { readProposalStage } from "~/domain/proposals/stages";
import { standingOf } from "~/domain/proposals/station";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { proposalsSeen } from "~/store/proposals.server";

const most = 50;

/** The proposals a person may see, newest first, by stage, with where each stands; `before` is the number that the page before ended with. */
export const proposalList = query("proposal.read", async (db, { stage, before }: { stage: string; before?: number }, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, proposals: [], older: null, stage, timeZone: "UTC", now: new Date(0) };
  const { programId, organizationId } = actor;
  const [rows, timeZone, now] = await Promise.all([proposalsSeen(db, { programId, organizationId, stage, ...(before ? { before } : {}), most: most + 1 }), programZone(db, programId), databaseTime(db)]);
  return {
    thing: { programId, organizationId },
    stage,
    timeZone,
    now,
    older: rows.length > most ? (rows[most - 1]?.number ?? null) : null,
    proposals: rows.slice(0, most).map(({ decisions, rounds, _count, ...proposal }) => {
      const stage = readProposalStage(proposal.stage);
      const asked = decisions.map(({ outcome, dueAt, organization }) => ({ outcome, agency: organization.name, overdue: decisionClock({ dueAt, now }).overdue }));
      const standing = standingOf({ stage, commented: _count.comments > 0, decisions: asked });
      return { ...proposal, stage, standing, comments: _count.comments, closesAt: rounds[0]?.closesAt ?? null };
    }),
  };
});
