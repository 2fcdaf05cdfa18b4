import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { answersRuling, linkingCode } from "~/domain/evaluation/survey";
import { dayIn } from "~/domain/library/in-force";
import { codeHasher, insertSheets, waveById } from "~/store/surveys.server";

/**
 * An officer answers under a code of his or her own. Neither name, account, address nor time is kept, and nothing goes into the records:
 * the sheet is known by the hash of its code only.
 */
export const answerSurvey = command("survey.answer", {
  input: z.strictObject({ waveId: z.string(), code: z.string().default(""), answers: z.record(z.string(), z.string()) }),
  load: async (db, { waveId }) => {
    const wave = await waveById(db, waveId);
    return wave && { thing: { programId: wave.instrument.programId, visibility: "public" as const }, wave };
  },
  rule: ({ wave }, { code, answers }, { now }) => {
    const today = dayIn(wave.instrument.program.timeZone, now);
    if (today < wave.opensOn) return refused("This survey has not begun yet.");
    if (today > wave.closesOn) return refused("This survey is over.");
    const ruling = answersRuling(wave.items, answers);
    const own = linkingCode.safeParse(code);
    if (own.success) return ruling.ok ? allowed({ code: own.data, answers: ruling.value }) : ruling;
    const why = own.error.issues[0]?.message ?? "Write your own code.";
    return { ...refused(why, 422, "code"), fields: { code: [why], ...(ruling.ok ? {} : ruling.fields) } };
  },
  save: async (db, { code, answers }, _moment, { wave }) => {
    const hash = await codeHasher(db, wave.instrument.programId);
    const taken = await insertSheets(db, wave.id, [{ codeHash: hash(code), answers }]);
    return taken === 1 ? allowed({ waveId: wave.id }) : refused("This code has answered in this wave already. If it is not yours, choose a longer one.", 409, "code");
  },
  record: () => null,
});
