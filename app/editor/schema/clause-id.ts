import { nanoid } from "nanoid";

/** A fresh clause id. It is a name, not a secret. */
export function newClauseId(): string {
  return nanoid(12);
}

/** True for what may name a clause: 1 to 64 letters, digits, dashes or underscores. */
export function isClauseId(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}
