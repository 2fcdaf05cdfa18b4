import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/access/may";
import { countInWords, isFromWord, type Verdict } from "~/domain/drafting/suggestions";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { settle } from "~/editor/suggestions/settle";
import type { Database } from "~/store/database.server";
import { appendServerSteps } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { authorsAmong, saveDecisions } from "~/store/suggestions.server";
import { resolveOnSuggestions } from "~/store/threads.server";
import type { LoadedSuggestions } from "./load-suggestions.server";

type Settling = { chosen: readonly PendingSuggestion[]; verdict: Verdict | "withdrawn"; by: Extract<Actor, { kind: "person" }>; now: Date };

/** Takes suggestions out of the text, one way or the other, as steps of whoever decides; keeps who decided, resolves what was said about them, and tells their authors. */
export async function settleSuggestions(db: Database, { id: draftId, version, doc, document, proposal }: LoadedSuggestions, { chosen, verdict, by, now }: Settling): Promise<number> {
  const settled = settle(doc, new Set(chosen.map(({ id }) => id)), verdict === "accepted" ? "accepted" : "rejected");
  settled.doc.check();
  const batchId = randomUUID();
  const after = await appendServerSteps(db, { draftId, after: version, authorId: by.personId, batchId, steps: settled.steps.map((step) => step.toJSON() as unknown) });
  await saveDecisions(
    db,
    chosen.map(({ id, author, at, clauseId, words }) => ({ draftId, suggestionId: id, authorId: author, suggestedAt: new Date(at), clauseId: clauseId || null, words, verdict, decidedById: by.personId, decidedAt: now })),
  );
  await resolveOnSuggestions(db, { draftId, suggestionIds: chosen.map(({ id }) => id), by: by.personId, at: now });
  const others = [...new Set(chosen.map(({ author }) => author))].filter((author) => author !== by.personId && !isFromWord(author));
  const known = await authorsAmong(db, document.programId, others);
  const text = proposal ? `proposal ${proposal.number}, ${proposal.title}` : `${document.number}, ${document.title}`;
  for (const author of others.filter((id) => Object.hasOwn(known, id))) {
    const theirs = chosen.filter((each) => each.author === author);
    const what = theirs.length === 1 ? `your suggestion (${theirs[0]?.words ?? ""})` : `${countInWords(theirs.length)} of yours`;
    await tell(db, { programId: document.programId, personIds: [author], body: `${by.name}, ${by.organizationName}, ${verdict} ${what} in ${text}.`.slice(0, 500), path: `/drafts/${draftId}/suggestions#decided`, cause: `suggestion.decide:${batchId}` });
  }
  return after;
}
