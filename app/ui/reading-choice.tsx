import { languageNames, plainLanguages, type PlainLanguage } from "~/domain/plain-texts/languages";

export type ReadingChoiceProps = {
  /** The page without the choice, such as "/library/CIT-100". */
  path: string;
  chosen: PlainLanguage | null;
  /** The languages in which something has been written. */
  languages: readonly PlainLanguage[];
};

/** Links between the official text and the same text with plain words beneath each clause. */
export function ReadingChoice({ path, chosen, languages }: ReadingChoiceProps) {
  if (languages.length === 0 && chosen === null) return null;
  const join = path.includes("?") ? "&" : "?";
  return (
    <nav className="reading-choice" aria-label="How to read this text">
      <ul role="list" className="row">
        <li>
          <a href={path} aria-current={chosen === null ? "true" : undefined}>
            Official text
          </a>
        </li>
        {plainLanguages
          .filter((language) => languages.includes(language) || language === chosen)
          .map((language) => (
            <li key={language}>
              <a href={`${path}${join}read=plain${language === "en" ? "" : `&language=${language}`}`} lang={language} aria-current={chosen === language ? "true" : undefined}>
                {languageNames[language]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
