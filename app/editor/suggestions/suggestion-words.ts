import type { SuggestionKind } from "./pending";

type Ways = { come: number; go: number };
/** What one suggestion is made of. */
export type SuggestedParts = {
  kinds: Set<SuggestionKind>;
  inserted: string;
  deleted: string;
  ends: Ways;
  rows: Ways;
  cells: Ways;
  clauses: { comes: boolean; number: string; title: string }[];
  moves: { number: string; where: string }[];
  forms: { form: string; to: string; words: string }[];
};

const longestQuote = 80;

/** What a suggestion would do, in words that go on after somebody's name: “replaces “may” with “shall””. */
export function suggestionWords(parts: SuggestedParts): string {
  const whole = [...clauses(parts), ...parts.moves.map(({ number, where }) => `moves clause ${number} ${where}`.replace("  ", " ")), ...tables(parts)];
  const said = [...(whole.length > 0 ? whole : letters(parts)), ...parts.forms.map(form)];
  return said.length > 0 ? listed(said) : "changes nothing that can be seen";
}

function clauses({ clauses }: SuggestedParts): string[] {
  const named = ({ comes, number, title }: SuggestedParts["clauses"][number]) => [comes ? "" : number, title].filter(Boolean).join(" ");
  return [true, false].flatMap((comes) => {
    const some = clauses.filter((each) => each.comes === comes);
    if (some.length === 0) return [];
    const names = some.map(named).filter(Boolean);
    const verb = comes ? "adds" : "removes";
    if (names.length === 0) return [`${verb} ${some.length === 1 ? "a clause" : `${some.length} clauses`}`];
    return [`${verb} clause${some.length === 1 ? "" : "s"} ${listed(names)}`];
  });
}

function tables({ rows, cells }: SuggestedParts): string[] {
  const counted = (verb: string, count: number) => `${verb} ${count === 1 ? "a row" : `${count} rows`}`;
  return [
    ...(rows.come ? [counted("adds", rows.come)] : []),
    ...(rows.go ? [counted("removes", rows.go)] : []),
    ...(cells.come && !rows.come ? ["adds a column"] : []),
    ...(cells.go && !rows.go ? ["removes a column"] : []),
  ];
}

function letters({ inserted, deleted, ends }: SuggestedParts): string[] {
  const [came, went] = [quoted(inserted), quoted(deleted)];
  if (came && went) return [`replaces ${went} with ${came}`];
  if (came) return [`inserts ${came}`];
  if (went) return [`removes ${went}`];
  return [...(ends.come ? ["splits a paragraph"] : []), ...(ends.go ? ["joins two paragraphs"] : [])];
}

function form({ form, to, words }: SuggestedParts["forms"][number]): string {
  const letters = quoted(words) || "a blank";
  if (form === "link") return to ? `links ${letters} to ${to}` : `takes the link from ${letters}`;
  const shown = form === "underline" ? "underlined" : form;
  return to ? `makes ${letters} ${shown}` : `makes ${letters} no longer ${shown}`;
}

function quoted(words: string): string {
  const whole = words.replace(/\n+$/, "").replace(/\n+/g, " ¶ ");
  if (whole === "") return "";
  // The spaces around words go without saying, unless there is nothing else.
  const line = whole.trim() || whole;
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line}”`;
}

function listed(said: string[]): string {
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}
