/** What an import took over, what it left out and where, and what it guessed. */
export type ImportReport = {
  title: string | null;
  understood: { clauses: number; paragraphs: number; lists: number; tables: number; links: number; footnotes: number; references: number; suggestions: number; comments: number };
  notUnderstood: { what: string; where: string; count: number }[];
  guesses: { clauseTitle: string; why: string }[];
};

/** Gathers the report while a file is read; `where` is the title of the clause being read. */
export type Notes = { report: ImportReport; where: string; miss: (what: string, count?: number) => void };

/** An empty report to write in. */
export function takeNotes(): Notes {
  const understood = { clauses: 0, paragraphs: 0, lists: 0, tables: 0, links: 0, footnotes: 0, references: 0, suggestions: 0, comments: 0 };
  const notes: Notes = {
    report: { title: null, understood, notUnderstood: [], guesses: [] },
    where: "the beginning",
    miss: (what, count = 1) => {
      const { notUnderstood } = notes.report;
      const told = notUnderstood.find((each) => each.what === what && each.where === notes.where);
      if (told) told.count += count;
      else notUnderstood.push({ what, where: notes.where, count });
    },
  };
  return notes;
}
