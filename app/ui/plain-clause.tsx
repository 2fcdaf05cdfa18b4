import { mayBeOld, notOfficial, type PlainLanguage } from "~/domain/plain-texts/languages";

export type ShownPlainText = { body: string; stale: boolean };

/** Plain words by the id of their clause. */
export type PlainTexts = { language: PlainLanguage; clauses: Record<string, ShownPlainText> };

/** What a clause means in plain words, marked as not official. */
export function PlainClause({ plain, language }: { plain: ShownPlainText | undefined; language: PlainLanguage }) {
  if (!plain) return null;
  return (
    <aside className="plain-clause" lang={language} aria-label={notOfficial[language]}>
      <p className="plain-clause-mark">{notOfficial[language]}</p>
      {plain.body.split(/\n+/).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      {plain.stale && <p className="plain-clause-stale">{mayBeOld[language]}</p>}
    </aside>
  );
}
