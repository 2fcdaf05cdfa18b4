import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { deleteClauseLink, measureFacts } from "~/store/measures.server";

/** Takes a link between a measure and a clause away again. */
export const unlinkClause = command("measure.write", {
  input: z.strictObject({ measureId: z.string(), documentId: z.string(), clauseId: z.string() }),
  load: async (db, { measureId }) => {
    const measure = await measureFacts(db, measureId);
    return measure && { thing: { programId: measure.programId } };
  },
  rule: (_loaded, link) => allowed(link),
  save: async (db, link) => ((await deleteClauseLink(db, link)) ? allowed({ measureId: link.measureId }) : refused("This link is gone already.")),
  record: ({ documentId, clauseId }, { measureId }) => ({ subject: "measure", subjectId: measureId, detail: { unlinked: clauseId, documentId } }),
});
