import type { Actor, Thing } from "../../app/domain/access/may";
import type { Act } from "../../app/domain/access/permissions";
import type { Caller, World } from "./matrix-world";

/** One request that the matrix makes: the thing it is about, where it goes and what it sends. */
export type Attempt = { thing: Thing; params?: Record<string, string>; search?: string; form?: Form; cookie?: string };

export type Form = Record<string, string | string[] | File>;

export type RouteAct = {
  act: Act | ((caller: Caller) => Act);
  /** Makes a thing that nobody has used yet; what it may be asked depends on who asks only where a thing is one's own. */
  make: (world: World, caller: Caller) => Promise<Attempt> | Attempt;
  /** Statuses that are right besides the usual one when the act itself is allowed; each row says why. */
  also?: readonly Answer[];
  /** Taken from any origin, because what counts is a token in the address; each row says why. */
  fromAnywhere?: true;
};

/** How a request ended, as far as rights go; another status stands as its number. */
export type Answer = "done" | "sign in" | "refused" | "missing" | `${number}` | `${number} in bare words`;

export type RouteActs = { GET?: RouteAct; POST?: RouteAct };

export const reasons = { title: "", why: "Callers wait too long.", affected: "Dispatch and patrol.", evidence: "", cost: "", trainingImpact: "" };

/** Everybody's, whoever asks. */
export function open(): Attempt {
  return { thing: { programId: null } };
}

/** The program that the caller is in; nobody is sent to sign in by name. */
export function program(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor) } };
}

export function ownOrganization(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor), organizationId: actor.kind === "person" ? actor.organizationId : null } };
}

export function programOf(world: World, actor: Actor): string {
  return actor.kind === "person" ? actor.programId : world.programId;
}

export function asMarkdown(attempt: Attempt): Attempt {
  return { ...attempt, params: { ...attempt.params, format: "markdown" } };
}

export function personIdOf({ actor }: Caller): string | undefined {
  return actor.kind === "person" ? actor.personId : undefined;
}

export type Kept = { id: string; programId: string; organizationId: string; visibility: string };

export function about({ id, programId, organizationId, visibility }: Kept): Attempt {
  return { thing: { programId, organizationId, visibility: visibility as "program" }, params: { documentId: id } };
}

/** The program's policy in force, which everybody may read. */
export function inForce({ programId, agency }: World): Attempt {
  return { thing: { programId, organizationId: agency, visibility: "public" } };
}

/** A proposal on the policy in force; the drafter finds that it is their own. */
export async function ownProposal(world: World, caller: Caller): Promise<Attempt> {
  const author = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, authorId } = await world.newProposal(author);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { proposalId: id } };
}
