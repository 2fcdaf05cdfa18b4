import type { SuggestionKind } from "./pending";

/** Something comes, or goes. */
export type Way = "come" | "go";
type Ways = Record<Way, number>;
/** What one suggestion is made of. */
export type SuggestedParts = {
  kinds: Set<SuggestionKind>;
  inserted: string;
  deleted: string;
  /** The lists and callouts around each block of words that comes and goes, as "callout" or "bulletList bulletList". */
  within: Record<Way, string[]>;
  ends: Ways;
  tables: Ways;
  rows: Ways;
  cells: Ways;
  clauses: { comes: boolean; number: string; title: string }[];
  moves: { number: string; where: string }[];
  forms: { form: string; to: string; words: string }[];
};

const longestQuote = 80;

/** What a suggestion would do, in words that go on after somebody's name: “replaces “may” with “shall””. */
export function suggestionWords(parts: SuggestedParts): string {
  const whole = [...clauses(parts), ...besideClauses(parts), ...parts.moves.map(({ number, where }) => `moves clause ${number} ${where}`.replace("  ", " ")), ...tables(parts)];
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

/** What a change of clauses does besides: the words of a clause that goes may stay in another, and a paragraph may become a clause. */
function besideClauses({ clauses, inserted, deleted }: SuggestedParts): string[] {
  const [came, went] = [quoted(inserted), quoted(deleted)];
  const onlyGo = clauses.length > 0 && clauses.every(({ comes }) => !comes);
  const onlyCome = clauses.length > 0 && clauses.every(({ comes }) => comes);
  if (onlyGo && came) return [`keeps ${came} as ordinary text`];
  if (onlyCome && went) return [`takes ${went} from where it stands`];
  return [];
}

function tables({ tables, rows, cells, clauses, inserted }: SuggestedParts): string[] {
  const some = (count: number, what: string) => (count === 1 ? `a ${what}` : `${count} ${what}s`);
  const said: string[] = [];
  for (const [counted, what] of [[tables, "table"], [rows, "row"]] as const) {
    if (counted.come > 0 && counted.come === counted.go) said.push(`replaces ${some(counted.come, what)}`);
    else said.push(...(counted.come ? [`adds ${some(counted.come, what)}`] : []), ...(counted.go ? [`removes ${some(counted.go, what)}`] : []));
  }
  const whole = (way: Way) => rows[way] + tables[way] > 0;
  said.push(...(cells.come && !whole("come") ? ["adds a column"] : []), ...(cells.go && !whole("go") ? ["removes a column"] : []));
  // The words of a clause that comes are those of the clause.
  return said.map((each) => (each.startsWith("adds") && inserted && clauses.length === 0 ? `${each}: ${quoted(inserted)}` : each));
}

function letters(parts: SuggestedParts): string[] {
  const { inserted, deleted, ends } = parts;
  const [came, went] = [quoted(inserted), quoted(deleted)];
  if (came && inserted === deleted) return [reshaped(parts, came)];
  if (came && went) return [`replaces ${went} with ${came}`];
  if (came) return [inserted.startsWith("\n") && ends.come > 0 ? `adds ${added(parts)}: ${came}` : `inserts ${came}`];
  if (went) return [`removes ${went}`];
  return [...(ends.come ? ["splits a paragraph"] : []), ...(ends.go ? ["joins two paragraphs"] : [])];
}

function added({ ends, within }: SuggestedParts): string {
  const inLists = within.come.length > 0 && within.come.every((around) => around.endsWith("List"));
  return ends.come === 1 ? (inLists ? "a list entry" : "a paragraph") : `${ends.come} ${inLists ? "list entries" : "paragraphs"}`;
}

const shapes: Record<string, string> = { bulletList: "a bulleted list", orderedList: "a numbered list", callout: "a callout" };

/** The same words in other blocks: as a list, as a callout, further in or out. */
function reshaped({ within }: SuggestedParts, words: string): string {
  const [came, went] = [within.come.map((around) => around.split(" ").filter(Boolean)), within.go.map((around) => around.split(" ").filter(Boolean))];
  const [now, before] = [came.at(-1)?.at(-1), went.at(-1)?.at(-1)];
  const deepest = (blocks: readonly string[][]) => Math.max(0, ...blocks.map((around) => around.length));
  if (now !== before) return now ? `makes ${words} ${shapes[now] ?? "another form"}` : `makes ${words} ordinary text, no longer ${shapes[before ?? ""] ?? "another form"}`;
  if (now === "callout") return `changes the kind of the callout ${words}`;
  if (deepest(came) !== deepest(went)) return `${deepest(came) > deepest(went) ? "indents" : "outdents"} in the list ${words}`;
  if (came.some((around) => around.length === 0) && went.every((around) => around.length > 0)) return `takes a line out of the list ${words}`;
  return `changes the form of ${words}`;
}

function form({ form, to, words }: SuggestedParts["forms"][number]): string {
  const letters = quoted(words) || "a blank";
  if (form === "link") return to ? `links ${letters} to ${to}` : `takes the link from ${letters}`;
  const shown = form === "underline" ? "underlined" : form;
  return to ? `makes ${letters} ${shown}` : `makes ${letters} no longer ${shown}`;
}

function quoted(words: string): string {
  const whole = words.replace(/^\n+|\n+$/g, "").replace(/\n+/g, " ¶ ");
  if (whole === "") return "";
  // The spaces around words go without saying, unless there is nothing else.
  const line = whole.trim() || whole;
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line}”`;
}

function listed(said: string[]): string {
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}
