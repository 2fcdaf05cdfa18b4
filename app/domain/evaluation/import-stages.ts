import { allowed, refused, type Ruling } from "../access/ruling";

/** Where an import of totals stands. `staged`: read and found free of persons, its columns not named yet. */
export const importStates = ["staged", "running", "done", "rejected", "cancelled", "undone"] as const;
export type ImportState = (typeof importStates)[number];
export const importMoves = ["start", "finish", "reject", "cancel", "undo"] as const;
export type ImportMove = (typeof importMoves)[number];

export const importStateNames: Record<ImportState, string> = {
  staged: "Waiting for its columns to be named",
  running: "Being imported",
  done: "Imported",
  rejected: "Not imported: rows need mending",
  cancelled: "Cancelled: nothing was kept",
  undone: "Undone",
};

/** The state after the move, or the sentence that refuses it (409). */
export function moveImport(state: ImportState, move: ImportMove): Ruling<ImportState> {
  return MOVES[state][move];
}

export function readImportState(stored: string): ImportState {
  const state = importStates.find((known) => known === stored);
  if (!state) throw new Error(`An import has the unknown state ${stored}.`);
  return state;
}

const STAGED = refused("The columns of this file are not named yet.");
const RUNNING = refused("This file is being imported now.");
const DONE = refused("This file is imported. Undo the import to take it back.");
const ENDED = refused("This import has ended, and nothing of it was kept. Import the file again.");
const UNDONE = refused("This import was undone already.");

const MOVES: Record<ImportState, Record<ImportMove, Ruling<ImportState>>> = {
  staged: { start: allowed("running"), finish: STAGED, reject: STAGED, cancel: allowed("cancelled"), undo: STAGED },
  running: { start: RUNNING, finish: allowed("done"), reject: allowed("rejected"), cancel: allowed("cancelled"), undo: RUNNING },
  done: { start: DONE, finish: DONE, reject: DONE, cancel: DONE, undo: allowed("undone") },
  rejected: { start: ENDED, finish: ENDED, reject: ENDED, cancel: ENDED, undo: ENDED },
  cancelled: { start: ENDED, finish: ENDED, reject: ENDED, cancel: ENDED, undo: ENDED },
  undone: { start: UNDONE, finish: UNDONE, reject: UNDONE, cancel: UNDONE, undo: UNDONE },
};
