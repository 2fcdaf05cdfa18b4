import { z } from "zod";

const optional = (what: string) => z.string().trim().max(4000, `Keep ${what} below 4,000 characters.`).default("");

/** What the author says about a proposal. Nobody can vote on a change whose reason is not given (C4). */
export const proposalDescription = {
  title: z.string().trim().max(160, "Keep the title below 160 characters.").default(""),
  why: z.string({ error: "Say why the text should change." }).trim().min(1, "Say why the text should change.").max(8000, "Keep the reason below 8,000 characters."),
  affected: z.string({ error: "Say who is affected by the change." }).trim().min(1, "Say who is affected by the change.").max(4000, "Keep this below 4,000 characters."),
  evidence: optional("the evidence"),
  cost: optional("the cost"),
  trainingImpact: optional("the effect on training"),
};

/** A title for a proposal whose author gave none. */
export function proposalTitle(given: string, document: { number: string; title: string }, clause: { number: string; title: string } | null): string {
  if (given) return given;
  const place = clause ? `clause ${clause.number}${clause.title ? `, ${clause.title}` : ""}` : document.title;
  return `Change to ${document.number}: ${place}`.slice(0, 160);
}
