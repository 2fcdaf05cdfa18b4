import { allowed, refused, type Ruling } from "../access/ruling";
import { takesNames, type CourseStage } from "./course-stages";

/** A place in a course, or a place on its waiting list. */
export type EnrollmentState = "enrolled" | "waiting" | "withdrawn";

export const enrollmentStateNames: Record<EnrollmentState, string> = { enrolled: "Has a place", waiting: "On the waiting list", withdrawn: "Withdrawn" };

/** A place while there is one, else the waiting list. Refused where names are not taken, or the person is on the list already. */
export function enrollmentRuling({ stage, capacity, taken, already }: { stage: CourseStage; capacity: number; taken: number; already: EnrollmentState | null }): Ruling<EnrollmentState> {
  if (!takesNames(stage)) return refused(stage === "planned" ? "This course is not open for names yet." : "This course takes no more names.");
  if (already === "enrolled" || already === "waiting") return refused("This person is on the list already.", 409, "traineeId");
  return allowed(taken < capacity ? "enrolled" : "waiting");
}

/** Who moves up when a place becomes free: the first on the waiting list; null when nobody waits or no place is free. */
export function nextInLine<Entry extends { state: string; at: Date }>(entries: readonly Entry[], capacity: number): Entry | null {
  const taken = entries.filter(({ state }) => state === "enrolled").length;
  if (taken >= capacity) return null;
  return entries.filter(({ state }) => state === "waiting").sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null;
}

/** A certificate is for who had a place and was there on every day of a course that is completed. */
export function certificateRuling({ stage, state, days, attended }: { stage: CourseStage; state: EnrollmentState; days: readonly string[]; attended: readonly string[] }): Ruling<true> {
  if (stage !== "completed") return refused("A certificate is issued when the course is completed.");
  if (state !== "enrolled") return refused("This person had no place in the course.");
  const missed = days.filter((day) => !attended.includes(day));
  if (missed.length > 0) return refused(`This person was not there on ${missed.join(", ")}. A certificate is for those who attended every day.`);
  return allowed(true);
}
