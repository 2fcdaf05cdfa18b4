import { z } from "zod";
import { dayOf, daysLater, instantOf } from "../voting/deadline";
import type { NoticeKind } from "./kinds";

export const rhythms = ["instant", "daily", "weekly", "none"] as const;
export type Rhythm = (typeof rhythms)[number];
export const abouts = ["all", "needed"] as const;
export type About = (typeof abouts)[number];

/** How a person wants to be told by mail. */
export type NoticeChoice = { rhythm: Rhythm; about: About; titlesOnly: boolean };
export const firstChoice: NoticeChoice = { rhythm: "instant", about: "all", titlesOnly: false };

export const noticeChoiceForm = z.strictObject({
  rhythm: z.enum(rhythms, { error: "Choose how often." }),
  about: z.enum(abouts, { error: "Choose about what." }),
  titlesOnly: z.enum(["yes", "no"], { error: "Choose how much." }),
});

/** A stored choice; a word that this build does not know is what a person starts with. */
export function readChoice(row: { rhythm: string; about: string; titlesOnly: boolean } | null | undefined): NoticeChoice {
  if (!row) return firstChoice;
  const rhythm = rhythms.find((known) => known === row.rhythm) ?? firstChoice.rhythm;
  return { rhythm, about: abouts.find((known) => known === row.about) ?? firstChoice.about, titlesOnly: row.titlesOnly };
}

/** What becomes of one notice for one person: a mail of its own, a line of the next digest, or neither. Urgent is what a digest would tell too late. */
export function mailingOf({ rhythm, about }: NoticeChoice, { kind, urgent }: { kind: NoticeKind; urgent: boolean }): "instant" | "digest" | "none" {
  if (rhythm === "none" || (about === "needed" && kind === "news")) return "none";
  return rhythm === "instant" || urgent ? "instant" : "digest";
}

const hour = "08:00";

/** The last digest hour that has come: eight in the morning, of Mondays when weekly, in the program's time zone. */
export function lastDigestHour(rhythm: "daily" | "weekly", now: Date, timeZone: string): { day: string; at: Date } {
  const today = eight(dayOf(now, timeZone), timeZone);
  let { day, at } = today.at <= now ? today : eight(dayOf(daysLater(today.at, -1, timeZone), timeZone), timeZone);
  while (rhythm === "weekly" && weekday(day) !== 1) ({ day, at } = eight(dayOf(daysLater(at, -1, timeZone), timeZone), timeZone));
  return { day, at };
}

function eight(day: string, timeZone: string): { day: string; at: Date } {
  const at = instantOf(`${day}T${hour}`, timeZone, "day");
  return { day, at: at.ok ? at.value : new Date(`${day}T${hour}Z`) };
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
