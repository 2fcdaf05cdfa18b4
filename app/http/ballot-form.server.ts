import { formOf } from "./answer.server";

/** A filled-in ballot as it was sent: one choice or several, and the mark beside each option. `values` is what the form shows again. */
export async function ballotOf(request: Request) {
  const values = await formOf(request, { lists: ["choice"] });
  const marks: Record<string, string> = {};
  const rest: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith("mark-") && typeof value === "string") marks[name.slice("mark-".length)] = value;
    else rest[name] = value;
  }
  return { values, ballot: { ...rest, choice: values.choice, ...(Object.keys(marks).length > 0 ? { marks } : {}) } };
}
