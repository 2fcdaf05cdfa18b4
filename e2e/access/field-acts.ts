import type { Thing } from "../../app/domain/access/may";
import { database } from "../../app/store/database.server";
import type { Caller, World } from "./matrix-world";
import type { Attempt, RouteActs } from "./attempts";

const question = { question: "Who waits for the clinician?", choices: "* The officer\nThe dispatcher" };

/** Which act each address of acknowledging and reviewing asks for. */
export const fieldActs: Record<string, RouteActs> = {
  "routes/acknowledgements._index": { GET: { act: "edition.acknowledge", make: ownList } },
  "routes/acknowledgements.$adoptionId": { GET: { act: "edition.acknowledge", make: adoption }, POST: { act: "edition.acknowledge", make: adoption } },
  "routes/acknowledgements.agencies.$adoptionId._index": { GET: { act: "acknowledgement.read", make: adoption } },
  "routes/acknowledgements.agencies.$adoptionId.people[.]csv": { GET: { act: "acknowledgement.read", make: adoption } },
  "routes/acknowledgements.agencies.$adoptionId.questions": {
    GET: { act: "acknowledgement.read", make: adoption },
    POST: { act: "quiz.write", make: async (world, caller) => ({ ...(await adoption(world, caller)), form: question }) },
  },
  "routes/acknowledgements.questions.$questionId.removal": { POST: { act: "quiz.write", make: asked } },
  "routes/documents.$documentId.review._index": {
    GET: { act: "document.read", make: document },
    POST: { act: "document.review", make: async (world) => ({ ...(await document(world)), form: { note: "Read with the clinicians; still right." } }) },
  },
  "routes/documents.$documentId.review.interval": { GET: { act: "document.read", make: document }, POST: { act: "document.review", make: async (world) => ({ ...(await document(world)), form: { months: "24" } }) } },
};

function ownList(world: World, { actor }: Caller): Attempt {
  if (actor.kind !== "person") return { thing: { programId: world.programId } };
  return { thing: { programId: actor.programId, organizationId: actor.organizationId, ownerIds: [actor.personId] } };
}

/** It is everybody's own in the agency that adopted, and nobody else learns of it. */
function thingFor({ programId, agency }: World, { actor }: Caller): Thing {
  return { programId, organizationId: agency, visibility: "organization", ownerIds: actor.kind === "person" ? [actor.personId] : [] };
}

async function adoption(world: World, caller: Caller): Promise<Attempt> {
  const { id: documentId } = await world.newEdition();
  const { id } = await database().adoption.findFirstOrThrow({ where: { documentId } });
  return { thing: thingFor(world, caller), params: { adoptionId: id } };
}

async function asked(world: World, caller: Caller): Promise<Attempt> {
  const { thing, params } = await adoption(world, caller);
  const { id } = await database().quizQuestion.create({ data: { adoptionId: params?.adoptionId ?? "", question: question.question, choices: ["The officer", "The dispatcher"], answer: 0 } });
  return { thing, params: { questionId: id } };
}

async function document(world: World): Promise<Attempt> {
  const { id, programId, organizationId, visibility } = await world.newEdition();
  return { thing: { programId, organizationId, visibility: visibility === "public" ? "public" : "program" }, params: { documentId: id } };
}
