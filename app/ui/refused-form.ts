import type { FormError } from "./error-summary";

export type RefusedForm = { refusal: { reason: string; field?: string; fields?: Record<string, string[]> }; values: Record<string, unknown> };

/** The sentence at one field of a form that came back. */
export function errorAt(refused: RefusedForm | undefined, field: string): string | undefined {
  return refused?.refusal.fields?.[field]?.[0];
}

/** Every sentence of a form that came back, for the summary above it. */
export function errorsOf(refused: RefusedForm | undefined): FormError[] {
  if (!refused) return [];
  const atFields = Object.entries(refused.refusal.fields ?? {}).flatMap(([field, said]) => said.slice(0, 1).map((message) => ({ field, message })));
  return atFields.length > 0 ? atFields : [{ message: refused.refusal.reason }];
}

/** What was typed into a field, or what it starts with. */
export function typed(refused: RefusedForm | undefined, field: string, start = ""): string {
  const value = refused?.values[field];
  return typeof value === "string" ? value : start;
}

/** What was chosen in a list of checkboxes, or what it starts with. */
export function chosen(refused: RefusedForm | undefined, field: string, start: readonly string[] = []): readonly string[] {
  const value = refused?.values[field];
  return Array.isArray(value) ? value.map(String) : start;
}
