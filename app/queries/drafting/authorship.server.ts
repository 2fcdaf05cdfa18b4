import { authoredPlaces } from "~/editor/authored-places";
import { authoredText } from "~/editor/authored-text";
import { authorship } from "~/editor/authorship";
import { authorshipShares, type Letters } from "~/editor/authorship-shares";
import { clausesOf } from "~/editor/numbering";
import { query } from "~/queries/query.server";
import { organizationsThen } from "~/store/authors.server";
import { draftPlace, stepsAfter } from "~/store/drafting.server";
import { textBegunWith } from "~/store/draft-starts.server";
import { organizationsOf } from "~/store/programs.server";
import { draftFacts } from "./draft-facts";

/** Who wrote what of a working text, by the organization that each author wrote for at the time. */
export const authorshipPage = query("draft.read", async (db, draftId: string) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  const [start, steps, organizations] = await Promise.all([textBegunWith(db, draftId), stepsAfter(db, draftId, 0), organizationsOf(db, place.document.programId)]);
  const authored = authorship(start, steps);
  const authors = await organizationsThen(db, place.document.programId, [...new Set(steps.map(({ authorId }) => authorId))]);
  const orgOf = (authorId: string, at: Date) => authors.organizationAt(authorId, at);
  const shares = authorshipShares(authored, orgOf);
  const wrote = organizations.filter(({ id }) => shares.letters.has(id)).map(({ id, name, group }) => ({ id, name, group }));
  const names = { orgOf, nameOf: (authorId: string) => authors.nameOf(authorId) };
  const content = authoredText(authored, names);
  const numbers = new Map(clausesOf(content).map(({ id, number }) => [id, number]));
  return {
    ...draftFacts(place),
    thing: place.thing,
    version: place.version,
    organizations: wrote,
    content,
    places: authoredPlaces(steps.at(-1)?.version ?? place.version, authored, names),
    clauses: shares.clauses.map(({ clauseId, title, letters, total }) => ({ clauseId, number: numbers.get(clauseId) ?? "", title, total, letters: counted(letters) })),
    total: shares.total,
    letters: counted(shares.letters),
  };
});

function counted(letters: Letters): Record<string, number> {
  return Object.fromEntries(letters);
}
