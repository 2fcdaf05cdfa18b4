import { nanoid } from "nanoid";

/** Whose suggestion a part of the text is: its own id, who made it and when. Parts with one id are one suggestion. */
export type Stamp = {
  id: string;
  /** A person's id, or "word:" and the name found in an imported file. */
  author: string;
  /** ISO 8601, UTC. */
  at: string;
};

/** A fresh id for a suggestion, or for anything else that is only a name. */
export function newSuggestionId(): string {
  return nanoid(12);
}

/** True for what may stand in a stamp: nothing else is stored. */
export function isStamp(value: unknown): value is Stamp {
  if (typeof value !== "object" || value === null) return false;
  const { id, author, at, ...more } = value as Record<string, unknown>;
  return (
    typeof id === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(id) &&
    typeof author === "string" && author.length > 0 && author.length <= 120 &&
    typeof at === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(at) && !Number.isNaN(Date.parse(at)) &&
    Object.keys(more).length === 0
  );
}

/** A stamp as the attribute of a node holds it. */
export function writeStamp({ id, author, at }: Stamp): string {
  return JSON.stringify({ id, author, at });
}

/** The stamp in an attribute; null for none and for what is not one. */
export function readStamp(held: unknown): Stamp | null {
  if (typeof held !== "string" || held.length > 400) return null;
  try {
    const parsed: unknown = JSON.parse(held);
    return isStamp(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** An attribute of a node that says what is suggested for it; null when nothing is. */
export function stampAttribute(shown: string) {
  return {
    default: null,
    keepOnSplit: false,
    validate: (held: unknown) => {
      if (held !== null && readStamp(held) === null) throw new RangeError("A suggestion has no usable stamp");
    },
    parseHTML: () => null,
    renderHTML: (attributes: Record<string, unknown>) => {
      const stamp = readStamp(attributes[shown]);
      return stamp ? { [`data-${shown.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`]: stamp.id } : {};
    },
  };
}
