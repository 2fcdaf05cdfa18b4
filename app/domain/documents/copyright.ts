/** Whose the words of a document are. */
export const copyrights = ["own", "public-domain", "licensed", "vendor"] as const;
export type Copyright = (typeof copyrights)[number];

export const copyrightNames: Record<Copyright, string> = {
  own: "Ours",
  "public-domain": "Nobody's (public domain)",
  licensed: "Somebody's who allows this use",
  vendor: "A vendor's",
};

export const copyrightMeanings: Record<Copyright, string> = {
  own: "People of this program, or of an agency in it, wrote it.",
  "public-domain": "The law protects it no more, or never did, as with most federal texts.",
  licensed: "A licence or a letter allows us to use, change and publish it.",
  vendor: "It was bought, or comes with a subscription. Such texts stay the vendor's, also once they are changed.",
};

export type Rights = { copyright: string; rightsConfirmedAt: Date | string | null };

/** A vendor's text may not reach the public until a person has confirmed the right to it. */
export function lacksRights({ copyright, rightsConfirmedAt }: Rights): boolean {
  return readCopyright(copyright) === "vendor" && rightsConfirmedAt === null;
}

/** Why such a text may not be published, and what to do. */
export const rightsMissing = "This text is a vendor's, so it may not be published. Confirm the right to publish it on the document's page first, or share it with the program only.";

/** Reads a stored word. What this build does not know counts as a vendor's, which keeps it from the public. */
export function readCopyright(word: string): Copyright {
  return copyrights.find((known) => known === word) ?? "vendor";
}
