import type { Act } from "~/domain/access/permissions";
import { nextNumber } from "~/domain/documents/numbers";
import { query } from "~/queries/query.server";
import { agenciesOf, documentWords } from "~/store/documents.server";

/** What the form of a new document offers. */
export const newDocument = formOfNewDocument("document.create");

/** What the form of an import offers. */
export const newImport = formOfNewDocument("document.import");

/** What the form of a new evaluation plan offers. */
export const newPlan = formOfNewDocument("plan.write");

function formOfNewDocument(act: Act) {
  return query(act, async (db, _input: null, actor) => {
    if (actor.kind !== "person") return { thing: { programId: null }, agencies: [], ownAgencyId: null, number: "", topics: [] };
    const [agencies, words] = await Promise.all([agenciesOf(db, actor.programId), documentWords(db, actor.programId, actor.organizationId)]);
    return {
      thing: { programId: actor.programId, organizationId: actor.organizationId },
      agencies,
      ownAgencyId: agencies.find(({ id }) => id === actor.organizationId)?.id ?? null,
      number: nextNumber(words.map(({ number }) => number)),
      topics: [...new Set(words.map(({ topic }) => topic).filter(Boolean))].sort(),
    };
  });
}
