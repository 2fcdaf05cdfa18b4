import { query } from "~/queries/query.server";
import { can } from "~/domain/access/may";
import { shellFacts } from "~/store/home.server";
import { mattersWaiting } from "./waiting.server";

/** What stands at the top of every page of a signed-in person. */
export const shell = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const [facts, waiting] = await Promise.all([shellFacts(db, actor.personId), mattersWaiting(db, actor)]);
  if (!facts) return null;
  const thing = { programId: actor.programId };
  const { notices, proposals, rollEntries, planAnswers } = facts._count;
  return {
    thing,
    personId: actor.personId,
    name: facts.name,
    organization: facts.organization.name,
    group: facts.organization.group,
    program: facts.organization.program,
    notices,
    needsYou: waiting + proposals + rollEntries + planAnswers,
    readsRecords: can(actor, "record.read", thing),
  };
});
