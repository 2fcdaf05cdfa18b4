/** A rule said no. `reason` is one sentence for people that helps; `field` names the form field it is about. */
export type Refusal = { ok: false; kind: "refused"; reason: string; status: 400 | 401 | 403 | 409 | 413 | 422 | 429; field?: string; fields?: Record<string, string[]> };

/** What is asked for does not exist, or may not be known to exist. */
export type Missing = { ok: false; kind: "missing" };

export type Ruling<Value> = { ok: true; value: Value } | Refusal;
export type Outcome<Value> = Ruling<Value> | Missing;

export const missing: Missing = { ok: false, kind: "missing" };

export function allowed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** A refusal of what is wrong in itself (422), out of turn (409) or not one's to do (403). */
export function refused(reason: string, status: Refusal["status"] = 409, field?: string): Refusal {
  return { ok: false, kind: "refused", reason, status, ...(field ? { field, fields: { [field]: [reason] } } : {}) };
}
