import { type Attempt, personIdOf, program, reasons, type RouteActs } from "./attempts";
import { password, type Caller, type World } from "./matrix-world";

/** Which act each address of the agencies' decisions asks for. */
export const decisionActs: Record<string, RouteActs> = {
  "routes/decisions._index": { GET: { act: "decision.read", make: program } },
  "routes/decisions.variance._index": { GET: { act: "decision.read", make: program } },
  "routes/decisions.variance.table[.]csv": { GET: { act: "decision.read", make: program } },
  "routes/decisions.$decisionId": {
    GET: { act: "decision.read", make: decision },
    POST: { act: "decision.make", make: async (world) => ({ ...(await decision(world)), form: { move: "decline", reasons: "It needs two officers.", effectiveFrom: "", deferredUntil: "", password } }) },
  },
  "routes/decisions.$decisionId_.changes": {
    GET: { act: "decision.read", make: decision },
    // Who may decide is told that nothing was changed; the right was asked before.
    POST: { act: "decision.make", make: async (world) => ({ ...(await decision(world)), form: { reasons: "It needs two officers.", typoOnly: "no", password } }), also: ["422"] },
  },
  "routes/decisions.$decisionId_.comments": {
    GET: { act: "decision.read", make: decision },
    POST: { act: "comment.write", make: async (world) => ({ ...(await world.newChangedDecision().then(asDecision)), form: { body: "Who came is private." } }) },
  },
  "routes/decisions.$decisionId_.confirmation": {
    GET: { act: "decision.read", make: decision },
    // Who is of the group that made the change is refused in words, after the right was asked.
    POST: { act: "typo.confirm", make: async (world) => ({ ...(await world.newChangedDecision("awaiting").then(asDecision)), form: { verdict: "yes" } }), also: ["refused"] },
  },
  "routes/stages.$stageId.signature": {
    GET: { act: "decision.read", make: stage },
    // The text of this form is not the one that is asked for: told as a conflict, after the right was asked.
    POST: { act: "stage.sign", make: async (world, caller) => ({ ...(await stage(world, caller)), form: { hash: "", note: "", password } }), also: ["409"] },
  },
  "routes/stages.$stageId.omission": {
    GET: { act: "decision.read", make: stage },
    POST: { act: "stage.skip", make: async (world, caller) => ({ ...(await stage(world, caller)), thing: { programId: world.programId, organizationId: world.agency }, form: { reason: "No union is concerned." } }) },
  },
  "routes/organizations_.$organizationId.path": {
    GET: { act: "path.set", make: anAgency },
    POST: { act: "path.set", make: async (world) => ({ ...(await anAgency(world)), form: { version: "0", holidays: "" } }) },
  },
  "routes/organizations_.$organizationId.acting-head": {
    GET: { act: "head.name", make: anAgency },
    // Nobody of this new agency could act for its head: told at the field, after the right was asked.
    POST: { act: "head.name", make: async (world) => ({ ...(await anAgency(world)), form: { personId: "nobody", from: "2026-11-23", until: "2026-11-24", reason: "The head is away." } }), also: ["422"] },
  },
  "routes/organizations_.$organizationId.departure": {
    GET: { act: "organization.leave", make: anAgency },
    POST: { act: "organization.leave", make: async (world) => ({ ...(await anAgency(world)), form: { reason: "It joins another program." } }) },
  },
};

async function decision(world: World): Promise<Attempt> {
  return asDecision(await world.newDecision());
}

function asDecision({ id, programId, organizationId }: { id: string; programId: string; organizationId: string }): Attempt {
  return { thing: { programId, organizationId }, params: { decisionId: id } };
}

/** A stage that the caller may sign off where it is one's own. */
async function stage(world: World, caller: Caller): Promise<Attempt> {
  const approverId = caller.name === "drafter" ? personIdOf(caller) : undefined;
  const { id, programId, organizationId, approver } = await world.newStage(approverId);
  return { thing: { programId, organizationId, ownerIds: [approver] }, params: { stageId: id } };
}

async function anAgency(world: World): Promise<Attempt> {
  const { id, programId } = await world.newAgency();
  return { thing: { programId, organizationId: id }, params: { organizationId: id } };
}
