/** The details of a record as lines to read; what is nested stays JSON. Empty values are left out. */
export function detailLines(detail: unknown): { term: string; said: string }[] {
  if (detail === null || typeof detail !== "object") return [];
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => ({ term: key.replace(/([A-Z])/g, " $1").toLowerCase(), said: typeof value === "object" ? JSON.stringify(value) : String(value) }));
}
