/** Counts below this are not shown: 11 where people in care are counted (as the Centers for Medicare & Medicaid Services ask), otherwise 5. */
export function usualThreshold(healthData: boolean): number {
  return healthData ? 11 : 5;
}

export const lowestThreshold = 3;

/** Why a threshold may not be set; null when it may. Below 5 only with a reason, and never below 3, where hiding would hide nothing. */
export function thresholdFault(threshold: number, reason: string): { field: "threshold" | "reason"; reason: string } | null {
  if (!Number.isInteger(threshold) || threshold < lowestThreshold || threshold > 100) return { field: "threshold", reason: `Write a whole number from ${lowestThreshold} to 100.` };
  return reason.trim() === "" ? { field: "reason", reason: "Give the reason. It is written in the records." } : null;
}
