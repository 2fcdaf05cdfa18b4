import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { line, plainDay } from "~/domain/access/words";
import { waveKinds } from "~/domain/evaluation/survey";
import { insertWave } from "~/store/surveys.server";
import { loadInstrument } from "./load-instrument.server";

/** Sets the days on which a cohort answers. The wave asks the items as they are worded now. */
export const openWave = command("survey.write", {
  input: z.strictObject({
    instrumentId: z.string(),
    cohort: line("Say which cohort answers, such as Spring 2026."),
    kind: z.enum(waveKinds, { error: "Choose the wave." }),
    opensOn: plainDay("Say from which day."),
    closesOn: plainDay("Say until which day."),
  }),
  load: async (db, { instrumentId }) => loadInstrument(db, instrumentId),
  rule: ({ instrument }, { instrumentId: _id, ...wave }) => {
    if (instrument.items.length === 0) return refused("Write the items first.", 409);
    if (wave.closesOn < wave.opensOn) return refused("The last day comes after the first.", 422, "closesOn");
    return allowed({ ...wave, itemIds: instrument.items.map(({ id }) => id) });
  },
  save: async (db, wave, _moment, { instrument }) => {
    const waveId = await insertWave(db, { ...wave, instrumentId: instrument.id });
    return waveId ? allowed({ instrumentId: instrument.id, waveId }) : refused("This cohort has this wave already.", 422, "kind");
  },
  record: ({ cohort, kind }, { instrumentId, waveId }) => ({ subject: "survey", subjectId: instrumentId, detail: { waveId, cohort, wave: kind } }),
});
