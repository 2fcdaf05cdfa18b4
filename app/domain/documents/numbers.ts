import { z } from "zod";

/** A document number such as "CIT-101": letters, digits, dots, dashes, slashes and brackets, 2 to 30 characters, kept in capitals. */
export const documentNumber = z
  .string()
  .trim()
  .toUpperCase()
  .min(2, "Give the document a number, such as CIT-101.")
  .max(30, "A number has at most 30 characters.")
  .regex(/^[A-Z0-9][A-Z0-9 ./()-]*$/, "A number is made of letters, digits, dots and dashes, such as CIT-101.");

/** The number after the highest one of the most used series: after CIT-101 and CIT-104 comes CIT-105. */
export function nextNumber(taken: readonly string[]): string {
  const series = new Map<string, number[]>();
  for (const number of taken) {
    const match = /^(.*?)(\d{1,6})$/.exec(number);
    if (match) series.set(match[1] ?? "", [...(series.get(match[1] ?? "") ?? []), Number(match[2])]);
  }
  const [prefix, used] = [...series].sort(([, one], [, other]) => other.length - one.length)[0] ?? ["CIT-", [100]];
  return `${prefix}${Math.max(...used) + 1}`;
}
