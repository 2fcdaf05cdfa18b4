import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { answersRuling, linkingCode } from "~/domain/evaluation/survey";
import { codeHasher, insertSheets, waveById } from "~/store/surveys.server";

/** Brings in the sheets of one wave that were answered on paper, each with its code. */
export const bringInSheets = command("survey.write", {
  input: z.strictObject({ waveId: z.string(), sheets: z.array(z.strictObject({ code: linkingCode, answers: z.record(z.string(), z.string()) })).min(1).max(2_000) }),
  load: async (db, { waveId }) => {
    const wave = await waveById(db, waveId);
    return wave && { thing: { programId: wave.instrument.programId }, wave };
  },
  rule: ({ wave }, { sheets }): Ruling<{ code: string; answers: { itemId: string; value: number }[] }[]> => {
    const read: { code: string; answers: { itemId: string; value: number }[] }[] = [];
    for (const [at, { code, answers }] of sheets.entries()) {
      const ruling = answersRuling(wave.items, answers);
      if (!ruling.ok) return refused(`Sheet ${at + 1}: ${ruling.reason}`, 422, "sheets");
      read.push({ code, answers: ruling.value });
    }
    return allowed(read);
  },
  save: async (db, sheets, _moment, { wave }) => {
    const hash = await codeHasher(db, wave.instrument.programId);
    const kept = await insertSheets(db, wave.id, sheets.map(({ code, answers }) => ({ codeHash: hash(code), answers })));
    return allowed({ waveId: wave.id, instrumentId: wave.instrument.id, kept });
  },
  record: (_sheets, { instrumentId, waveId, kept }) => ({ subject: "survey", subjectId: instrumentId, detail: { waveId, sheets: kept } }),
});
