import { randomUUID } from "node:crypto";
import type { Thing } from "../../app/domain/access/may";
import { clauseHashes } from "../../app/editor/clause-hashes.server";
import { database } from "../../app/store/database.server";
import { textOf } from "../support/program-for-tests";
import type { Caller, World } from "./matrix-world";
import type { Attempt, RouteActs } from "./attempts";

/** Which act each address of the crosswalk and of the resources asks for. */
export const crosswalkActs: Record<string, RouteActs> = {
  "routes/standards._index": { GET: { act: "crosswalk.read", make: program } },
  "routes/standards.new": {
    GET: { act: "standard.write", make: program },
    POST: { act: "standard.write", make: (world, caller) => ({ ...program(world, caller), form: { name: `Standard ${randomUUID()}`, kind: "state", source: "State board, 2025", address: "" } }) },
  },
  // Whoever is second finds them there: told after the right was asked.
  "routes/standards.core-elements": { POST: { act: "standard.write", make: program, also: ["409"] } },
  "routes/standards.$standardId._index": { GET: { act: "crosswalk.read", make: standard } },
  "routes/standards.$standardId.requirements": {
    GET: { act: "standard.write", make: standard },
    POST: { act: "standard.write", make: async (world) => ({ ...(await standard(world)), form: { lines: "2, Officers are trained" } }) },
  },
  "routes/standards.$standardId.table[.]csv": { GET: { act: "crosswalk.read", make: standard } },
  "routes/requirements.$requirementId.removal": { POST: { act: "standard.write", make: requirement } },
  "routes/requirements.$requirementId.proofs": {
    GET: { act: "proof.write", make: requirement },
    POST: { act: "proof.write", make: async (world) => ({ ...(await requirement(world)), form: { documentId: world.documentId, clauseId: "c1", note: "" } }) },
  },
  "routes/proofs.$proofId.renewal": { GET: { act: "proof.write", make: staleProof }, POST: { act: "proof.write", make: async (world) => ({ ...(await staleProof(world)), form: { note: "" } }) } },
  "routes/proofs.$proofId.removal": { POST: { act: "proof.write", make: staleProof } },

  "routes/resources._index": { GET: { act: "resource.read", make: program } },
  "routes/resources.new": { GET: { act: "resource.write", make: program }, POST: { act: "resource.write", make: (world, caller) => ({ ...program(world, caller), form: description() }) } },
  "routes/resources.$resourceId._index": { GET: { act: "resource.read", make: resource } },
  "routes/resources.$resourceId.description": { GET: { act: "resource.write", make: resource }, POST: { act: "resource.write", make: async (world) => ({ ...(await resource(world)), form: description() }) } },
  "routes/resources.$resourceId.closing": {
    GET: { act: "resource.read", make: resource },
    POST: { act: "resource.write", make: async (world) => ({ ...(await resource(world)), form: { reason: "Its lease ended." } }) },
  },
  "routes/resources.$resourceId.reopening": { POST: { act: "resource.write", make: async (world) => aboutResource(world, await newResource(world, true)) } },
  "routes/resources.$resourceId.citations": {
    GET: { act: "citation.write", make: resource },
    POST: { act: "citation.write", make: async (world) => ({ ...(await resource(world)), form: { documentId: world.documentId, clauseId: "c1" } }) },
  },
  "routes/citations.$citationId.removal": { POST: { act: "citation.write", make: async (world) => ({ thing: { ...seen(world), visibility: "program" }, params: { citationId: await newCitation(world) } }) } },
  "routes/citations.$citationId.review": {
    GET: { act: "document.review", make: citation },
    POST: { act: "document.review", make: async (world) => ({ ...(await citation(world)), form: { note: "Riverside takes everybody." } }) },
  },
};

/** What every member sees and nobody else. */
function seen({ programId }: World): Thing {
  return { programId };
}

function program(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: actor.kind === "person" ? actor.programId : world.programId } };
}

function description() {
  return { name: `Center ${randomUUID()}`, kind: "center", organization: "County", phone: "988", hours: "Day and night", validUntil: "" };
}

async function newRequirement({ programId, person }: World) {
  const { personId: addedById } = person("coordinator");
  const { id: standardId } = await database().standard.create({ data: { programId, name: `Standard ${randomUUID()}`, kind: "state", source: "State board, 2025", addedById } });
  const { id } = await database().requirement.create({ data: { standardId, reference: "1", words: "A policy is written", position: 1, wordedAt: new Date(0) } });
  return { standardId, requirementId: id };
}

async function standard(world: World): Promise<Attempt> {
  return { thing: { ...seen(world), visibility: "program" }, params: { standardId: (await newRequirement(world)).standardId } };
}

async function requirement(world: World): Promise<Attempt> {
  return { thing: { ...seen(world), visibility: "program" }, params: { requirementId: (await newRequirement(world)).requirementId } };
}

/** Of words that the clause of the edition no longer has. */
async function staleProof(world: World): Promise<Attempt> {
  const { requirementId } = await newRequirement(world);
  const { documentId, edition, person } = world;
  const presentHash = clauseHashes(textOf("Officers wait for a clinician.", "Dispatch records the call.")).get("c1") ?? "";
  const { id } = await database().clauseProof.create({ data: { requirementId, documentId, clauseId: "c1", editionId: edition.id, clauseName: "1 Clause 1", clauseHash: "other words", presentHash, provenById: person("cit").personId, provenAt: new Date() } });
  return { thing: { ...seen(world), visibility: "program" }, params: { proofId: id } };
}

async function newResource({ programId, person }: World, closed = false): Promise<string> {
  const state = closed ? { state: "closed", closedAt: new Date(), closedReason: "Its lease ended." } : {};
  const { id } = await database().resource.create({ data: { programId, kind: "center", name: `Center ${randomUUID()}`, organization: "County", addedById: person("coordinator").personId, ...state } });
  return id;
}

function aboutResource(world: World, resourceId: string): Attempt {
  return { thing: { ...seen(world), visibility: "program" }, params: { resourceId } };
}

async function resource(world: World): Promise<Attempt> {
  return aboutResource(world, await newResource(world));
}

async function newCitation(world: World): Promise<string> {
  const { documentId, edition, person } = world;
  const resourceId = await newResource(world, true);
  const cited = { clauseId: "c1", clauseName: "1 Clause 1", clauseHash: "c1", presentHash: "c1", editionId: edition.id, documentId };
  return (await database().resourceCitation.create({ data: { ...cited, resourceId, citedById: person("cit").personId, citedAt: new Date() } })).id;
}

/** Reviewing asks for the right to the document, which here is public and the first agency's. */
async function citation(world: World): Promise<Attempt> {
  const { programId, agency } = world;
  return { thing: { programId, organizationId: agency, visibility: "public" }, params: { citationId: await newCitation(world) } };
}
