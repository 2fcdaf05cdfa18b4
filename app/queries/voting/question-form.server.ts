import { can } from "~/domain/access/may";
import { daysLater, dayOf, wallClockOf } from "~/domain/voting/deadline";
import { secrecyOf } from "~/domain/voting/secrecy";
import { query } from "~/queries/query.server";
import { namesOfGroups, seatsOfRoll } from "~/domain/voting/ballot-wishes";
import { databaseTime } from "~/store/database.server";
import { askingFacts, electorate, movingProposals } from "~/store/rounds.server";
import { thingOfProposal } from "~/store/voting.server";

/** What whoever asks a question sees before it: the groups with their voters, the charter's time, the proposals it is about. */
export const questionForm = query("ballot.open", async (db, { proposalIds }: { proposalIds: string[] }, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  const facts = await askingFacts(db, programId);
  if (!facts) return null;
  const now = await databaseTime(db);
  const [roll, proposals] = await Promise.all([electorate(db, programId, dayOf(now, facts.timeZone)), movingProposals(db, programId, proposalIds)]);
  const closesAt = daysLater(now, facts.charter.rules.votingDays, facts.timeZone);
  return {
    thing: { programId },
    now,
    timeZone: facts.timeZone,
    closesAt,
    localClosesAt: wallClockOf(closesAt, facts.timeZone),
    groups: facts.groups.map(({ id, name }) => ({ id, name, voters: roll.filter(({ groupId, personId }) => groupId === id && personId).length })),
    secrecy: secrecyOf("single", facts.charter.rules, seatsOfRoll(roll), namesOfGroups(roll)),
    proposals: proposals.filter((proposal) => can(actor, "proposal.read", thingOfProposal(proposal))).map(({ id, number, title }) => ({ id, number, title })),
  };
});
