import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { itemFields, itemRuling } from "~/domain/evaluation/survey";
import { insertItems } from "~/store/surveys.server";
import { loadInstrument } from "./load-instrument.server";

/** Adds an item, or words one anew: its next version. Waves that were opened keep the wording that they began with. */
export const writeItem = command("survey.write", {
  input: z.strictObject({ instrumentId: z.string(), number: z.coerce.number().int().min(1).max(200).optional(), ...itemFields }),
  load: async (db, { instrumentId }) => loadInstrument(db, instrumentId),
  rule: ({ instrument }, { instrumentId: _id, number, ...form }) => {
    const item = itemRuling(form);
    if (!item.ok) return item;
    const before = instrument.items.find((one) => one.number === number);
    if (number !== undefined && !before) return refused("There is no such item.", 422, "prompt");
    if (number === undefined && instrument.items.length >= 100) return refused("A survey has at most 100 items.", 422, "prompt");
    return allowed({ ...item.value, number: number ?? 1 + Math.max(0, ...instrument.items.map((one) => one.number)), version: 1 + (before?.version ?? 0) });
  },
  save: async (db, item, _moment, { instrument }) => {
    await insertItems(db, instrument.id, [item]);
    return allowed({ instrumentId: instrument.id });
  },
  record: ({ number, version }, { instrumentId }) => ({ subject: "survey", subjectId: instrumentId, detail: { item: number, version } }),
});
