import { z } from "zod";
import { allowed, refused, type Ruling } from "../access/ruling";
import { isModelStep } from "./decision-model";
import { minutesOfHours } from "./hours";
import { factsOf, methods, readSlot, weekDays, type FactName } from "./module-facts";

const words = z.string().trim().max(300, "Keep it below 300 characters.").default("");

/** What the form of a module sends: its hours, its place in the week, and what else stands in its table. */
export const moduleForm = {
  hours: z.string({ error: "Say how many hours it takes." }).trim(),
  day: z.union([z.literal(""), z.enum(weekDays)], { error: "Choose a day." }).default(""),
  start: z.string().trim().default(""),
  method: z.enum(methods, { error: "Choose how it is taught." }),
  topic: z.string({ error: "Say what it is about." }).trim().min(1, "Say what it is about.").max(120, "Keep the topic below 120 characters."),
  taughtBy: words,
  steps: z.array(z.coerce.number().refine(isModelStep, "The model has steps 1 to 5.")).max(5).default([]),
  objectives: words,
  standard: words,
  materials: words,
};

export type ModuleForm = { [Name in keyof typeof moduleForm]: z.infer<(typeof moduleForm)[Name]> };

/** The rows of the module's table, or what is wrong with hours, day or start at its field. */
export function moduleFormFacts({ hours, day, start, ...rest }: ModuleForm): Ruling<Partial<Record<FactName, string>>> {
  const minutes = minutesOfHours(hours);
  if (minutes === null) return refused("Write the hours as a number such as 1.5, more than 0 and at most 24.", 422, "hours");
  if (!day && start) return refused("Choose the day that this hour is on.", 422, "day");
  const slot = day ? readSlot(`${day} ${start}`) : null;
  if (day && !slot) return refused("Write when it begins as hour and minute, such as 13:30.", 422, "start");
  if (slot && slot.start + minutes > 24 * 60) return refused("It would end after midnight. Begin earlier or take fewer hours.", 422, "start");
  return allowed(factsOf({ minutes, slot, ...rest }));
}
