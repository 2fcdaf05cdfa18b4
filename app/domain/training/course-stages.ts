import { allowed, refused, type Ruling } from "../access/ruling";

/** Where a course stands. */
export const courseStages = ["planned", "open", "running", "completed", "cancelled"] as const;
export const courseMoves = ["open", "begin", "complete", "cancel"] as const;
export type CourseStage = (typeof courseStages)[number];
export type CourseMove = (typeof courseMoves)[number];

export const courseStageNames: Record<CourseStage, string> = {
  planned: "Planned",
  open: "Open for names",
  running: "Running",
  completed: "Completed",
  cancelled: "Cancelled",
};

export const courseMoveNames: Record<CourseMove, string> = {
  open: "Open for names",
  begin: "Begin the course",
  complete: "Complete the course",
  cancel: "Cancel the course",
};

/** The stage after the move, or the sentence that refuses it (409). */
export function moveCourse(stage: CourseStage, move: CourseMove): Ruling<CourseStage> {
  return machine[stage][move];
}

/** The moves that are open from a stage, in their order. */
export function movesFrom(stage: CourseStage): CourseMove[] {
  return courseMoves.filter((move) => machine[stage][move].ok);
}

/** A stored stage. A word this build does not know is a fault, not a guess. */
export function readCourseStage(word: string): CourseStage {
  const stage = courseStages.find((known) => known === word);
  if (!stage) throw new Error(`Unknown course stage ${word}`);
  return stage;
}

/** May names be added to or taken off the list at this stage? */
export function takesNames(stage: CourseStage): boolean {
  return stage === "open" || stage === "running";
}

/** May the days, the place and the number of places still be changed? */
export function changeCourseRuling(stage: CourseStage): Ruling<true> {
  if (stage === "planned" || stage === "open") return allowed(true);
  return refused(stage === "running" ? "This course has begun: its days stand as they are. Cancel it, or plan another." : "This course is over.");
}

const over = (said: string): Record<CourseMove, Ruling<CourseStage>> => ({ open: refused(said), begin: refused(said), complete: refused(said), cancel: refused(said) });

const machine: Record<CourseStage, Record<CourseMove, Ruling<CourseStage>>> = {
  planned: {
    open: allowed("open"),
    begin: refused("Open the course for names before it begins."),
    complete: refused("This course has not begun."),
    cancel: allowed("cancelled"),
  },
  open: {
    open: refused("This course is open for names already."),
    begin: allowed("running"),
    complete: refused("This course has not begun."),
    cancel: allowed("cancelled"),
  },
  running: {
    open: refused("This course has begun; names can still be added."),
    begin: refused("This course has begun already."),
    complete: allowed("completed"),
    cancel: allowed("cancelled"),
  },
  completed: over("This course is completed."),
  cancelled: over("This course was cancelled."),
};
