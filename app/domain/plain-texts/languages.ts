/** The languages that a clause may be put in plain words in. */
export const plainLanguages = ["en", "es"] as const;
export type PlainLanguage = (typeof plainLanguages)[number];

export const languageNames: Record<PlainLanguage, string> = { en: "Plain English", es: "Español sencillo" };

/** What stands on every plain text. */
export const notOfficial: Record<PlainLanguage, string> = {
  en: "Not official: the text above counts",
  es: "No es oficial: vale el texto de arriba",
};

/** What is added when the clause has changed since. */
export const mayBeOld: Record<PlainLanguage, string> = {
  en: "May be out of date: the clause has changed since this was written.",
  es: "Puede estar desactualizado: el artículo cambió después de escribirse esto.",
};

/** The language a reader asked for by "?read=plain" and "&language=es"; null is the official text alone. */
export function readingAsked(search: URLSearchParams): PlainLanguage | null {
  if (search.get("read") !== "plain") return null;
  return plainLanguages.find((language) => language === search.get("language")) ?? "en";
}
