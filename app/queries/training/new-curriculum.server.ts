import { nextNumber } from "~/domain/documents/numbers";
import { query } from "~/queries/query.server";
import { agenciesOf, documentWords } from "~/store/documents.server";

/** What the form of a new curriculum offers. */
export const newCurriculum = query("curriculum.create", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const [agencies, words] = await Promise.all([agenciesOf(db, programId), documentWords(db, programId, organizationId)]);
  return { thing: { programId, organizationId }, agencies, number: nextNumber(words.map(({ number }) => number)) };
});
