import { z } from "zod";
import { command } from "~/commands/command.server";
import { questionFrom } from "~/domain/acknowledgement/acknowledge";
import { adoptionThing } from "~/domain/acknowledgement/adoption-thing";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { adoptionById, deleteQuestion, insertQuestion, lockAdoption, questionById } from "~/store/acknowledgements.server";
import type { Database } from "~/store/database.server";

const mostQuestions = 10;

async function adoptionInHand(db: Database, adoptionId: string) {
  await lockAdoption(db, adoptionId);
  const adoption = await adoptionById(db, adoptionId);
  return adoption && { thing: adoptionThing({ ...adoption, programId: adoption.document.programId }, null), adoption };
}

/** The agency asks its people something about an edition, which they answer before they acknowledge it. */
export const writeQuestion = command("quiz.write", {
  input: z.strictObject({ adoptionId: z.string().min(1), question: line("Write the question.", 300), choices: z.string({ error: "Write the choices." }).max(2000, "Keep the choices shorter.") }),
  load: (db, { adoptionId }) => adoptionInHand(db, adoptionId),
  rule: ({ adoption }, { question, choices }) =>
    adoption.questions.length >= mostQuestions ? refused(`Ask at most ${mostQuestions} questions.`, 422, "question") : questionFrom(question, choices),
  save: async (db, question, _moment, { adoption }) => allowed({ questionId: await insertQuestion(db, { ...question, adoptionId: adoption.id }) }),
  record: (question, { questionId }, { adoption }) => ({ subject: "adoption", subjectId: adoption.id, detail: { questionId, added: question } }),
});

/** The agency no longer asks a question. */
export const removeQuestion = command("quiz.write", {
  input: z.strictObject({ questionId: z.string().min(1) }),
  load: async (db, { questionId }) => {
    const question = await questionById(db, questionId);
    const held = question && (await adoptionInHand(db, question.adoptionId));
    return held && { ...held, question };
  },
  rule: ({ question }) => allowed(question),
  save: async (db, { id, adoptionId }) => ((await deleteQuestion(db, id)) ? allowed({ adoptionId }) : refused("Someone was first: this question is not asked any more.")),
  record: ({ id, question, adoptionId }) => ({ subject: "adoption", subjectId: adoptionId, detail: { questionId: id, removed: question } }),
});
