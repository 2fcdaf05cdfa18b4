import { z } from "zod";
import { refused, type Refusal, type Ruling } from "../access/ruling";
import { charterRules, type CharterRules, type Fraction } from "./charter";

const shares = ["overallQuorum", "groupQuorum", "overallThreshold", "groupThreshold"] as const;
const amounts = ["organizationCap", "noticeDays", "votingDays", "daysToDecide"] as const;
const choices = ["quorumBase", "abstentions", "tie", "results", "reasons", "opening", "extending", "phoneVotes"] as const;
const lists = ["requiredGroups", "safetyGroups"] as const;

const word = z.string({ error: "Fill this in." }).trim().max(40, "This is too long.");
const groups = z.array(z.string().max(64)).max(100).default([]);

/** The charter as a form sends it. Each field may be left out: what is not sent stays as it is. */
export const charterFields = {
  ...(Object.fromEntries([...shares, ...amounts, ...choices].map((name) => [name, word.optional()])) as Record<(typeof shares)[number] | (typeof amounts)[number] | (typeof choices)[number], z.ZodOptional<typeof word>>),
  requiredGroups: groups,
  safetyGroups: groups,
};
export const charterLists = lists;
export type CharterForm = { [Name in Exclude<keyof typeof charterFields, (typeof lists)[number]>]?: string | undefined } & Record<(typeof lists)[number], string[]>;

/** A share as people write it: "60", "66.67 %", "2/3" or "2 in 3". Null when it is none of these. */
export function readShare(text: string): Fraction | null {
  const parts = /^(\d{1,6})\s*(?:\/|in|of)\s*(\d{1,6})$/.exec(text.trim());
  if (parts) return { of: Number(parts[1]), outOf: Number(parts[2]) };
  const percent = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  if (!percent) return null;
  const decimals = percent[2] ?? "";
  return { of: Number(`${percent[1]}${decimals}`), outOf: 100 * 10 ** decimals.length };
}

/** A share as the form shows it: a percent where that is exact, the two numbers otherwise. */
export function writeShare({ of, outOf }: Fraction): string {
  const percent = (of * 100) / outOf;
  return Number.isInteger(percent * 100) ? `${percent} %` : `${of}/${outOf}`;
}

/** The rules in force as the form shows them. */
export function formOfRules(rules: CharterRules): CharterForm {
  return {
    ...Object.fromEntries(shares.map((name) => [name, writeShare(rules[name])])),
    ...Object.fromEntries(amounts.map((name) => [name, String(rules[name])])),
    ...Object.fromEntries(choices.map((name) => [name, rules[name]])),
    requiredGroups: rules.requiredGroups,
    safetyGroups: rules.safetyGroups,
  };
}

/** The rules that a form asks for, on top of those in force; or a sentence at each field that is wrong (422). */
export function readCharterForm(current: CharterRules, form: CharterForm): Ruling<CharterRules> {
  const wrong: Record<string, string[]> = {};
  const read: Record<string, unknown> = { ...current };
  for (const name of lists) read[name] = [...new Set(form[name])];
  for (const name of choices) if (form[name] !== undefined) read[name] = form[name];
  for (const name of amounts) {
    const text = form[name];
    if (text === undefined) continue;
    if (/^\d{1,4}$/.test(text)) read[name] = Number(text);
    else wrong[name] = ["Write a whole number, such as 14."];
  }
  for (const name of shares) {
    const text = form[name];
    if (text === undefined) continue;
    const share = readShare(text);
    if (share) read[name] = share;
    else wrong[name] = ["Write a share such as 60 % or 2/3."];
  }
  const parsed = charterRules.safeParse(read);
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) wrong[String(path[0] ?? "overallQuorum")] ??= [inWords(String(path[0] ?? ""), message)];
  return parsed.success && Object.keys(wrong).length === 0 ? { ok: true, value: parsed.data } : atFields(wrong);
}

export function atFields(wrong: Record<string, string[]>): Refusal {
  return { ...refused(Object.values(wrong)[0]?.[0] ?? "These rules do not work.", 422), fields: wrong };
}

/** What the schema says about a number is meant for programmers. */
function inWords(field: string, message: string): string {
  if (choices.some((name) => name === field)) return "Choose one from the list.";
  if (amounts.some((name) => name === field)) return field === "noticeDays" ? "Write 0 or more days." : "Write at least 1.";
  return /^[A-Z].*\.$/.test(message) ? message : "This share is not possible.";
}
