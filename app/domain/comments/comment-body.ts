import { z } from "zod";

/** What somebody says in a comment or a reply. */
export const commentBody = z
  .string({ error: "Write a comment first." })
  .trim()
  .min(1, "Write a comment first.")
  .max(5000, "Keep a comment below 5,000 characters.");

/** The longest stretch of words that one thread may be about, in characters. */
export const longestQuote = 5_000;
