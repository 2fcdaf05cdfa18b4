import type { ReactNode } from "react";
import { guideFor } from "~/domain/documents/templates";
import { firstUses } from "~/editor/glossary/term-uses";
import { clauseNumbers, clausesOf } from "~/editor/numbering";
import { footnotesOf } from "~/editor/references";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Blocks, Inline } from "./document-nodes";
import { Footnotes } from "./footnotes";
import { PlainClause, type PlainTexts } from "./plain-clause";
import { TermsUsed, type ShownTerm } from "./terms-used";
import { TextPartsContext } from "./text-parts";

export type DocumentTextProps = {
  content: DocumentNode;
  numbers?: ReadonlyMap<string, string>;
  /** What is alive on a clause; null where nothing is. */
  railFor?: (clauseId: string) => ReactNode;
  /** The words of the glossary that this text uses, with what they mean in it. */
  terms?: readonly ShownTerm[];
  /** What each clause means in plain words, when the reader asked for it. */
  plain?: PlainTexts | null;
  /** Nobody writes in it any more: what belongs into an empty section is not told. */
  frozen?: boolean;
};

/** The text of a document. Its page brings the h1; clauses begin at h2. */
export function DocumentText({ content, numbers = clauseNumbers(content), railFor, terms = [], plain = null, frozen = false }: DocumentTextProps) {
  const footnotes = footnotesOf(content);
  const meanings = new Map(terms.map(({ id, meaning }) => [id, meaning]));
  const parts = {
    numbers,
    titles: new Map(clausesOf(content).map(({ id, title }) => [id, title])),
    footnotes: new Map(footnotes.map(({ node, number }) => [node, number])),
    terms: firstUses(content, terms),
    meaning: (termId: string) => meanings.get(termId) ?? null,
  };
  return (
    <TextPartsContext.Provider value={parts}>
      <div className={railFor ? "document with-rail" : "document"}>
        {clausesIn(content).map((clause) => (
          <Clause key={idOf(clause)} clause={clause} depth={1} numbers={numbers} railFor={railFor} plain={plain} frozen={frozen} />
        ))}
        <Footnotes footnotes={footnotes} />
        <TermsUsed terms={terms} content={content} />
      </div>
    </TextPartsContext.Provider>
  );
}

type ClauseProps = Required<Pick<DocumentTextProps, "numbers" | "plain" | "frozen">> & Pick<DocumentTextProps, "railFor"> & { clause: DocumentNode; depth: number };

function Clause({ clause, depth, numbers, railFor, plain, frozen }: ClauseProps) {
  const id = idOf(clause);
  const number = numbers.get(id) ?? "";
  const title = clause.content?.find((child) => child.type === "clauseTitle");
  const blocks = clause.content?.filter((child) => child.type !== "clauseTitle" && child.type !== "clause");
  const below = clausesIn(clause);
  const guide = below.length === 0 && !blocks?.some(({ content }) => content) ? guideFor(id) : null;
  return (
    <section id={`clause-${id}`} className="clause">
      <div className="clause-row">
        <div className="clause-text">
          <ClauseHeading id={id} number={number} depth={depth} title={title} />
          <Blocks nodes={blocks} />
          {guide && <p className="section-guide">{frozen ? "Nothing is written here." : `Nothing here yet. ${guide}`}</p>}
          {plain && <PlainClause plain={plain.clauses[id]} language={plain.language} />}
        </div>
        <Rail id={id} number={number}>
          {railFor?.(id)}
        </Rail>
      </div>
      {below.map((each) => (
        <Clause key={idOf(each)} clause={each} depth={depth + 1} numbers={numbers} railFor={railFor} plain={plain} frozen={frozen} />
      ))}
    </section>
  );
}

const headings = ["h2", "h3", "h4", "h5", "h6"] as const;

type HeadingProps = { id: string; number: string; depth: number; title?: DocumentNode };

function ClauseHeading({ id, number, depth, title }: HeadingProps) {
  const Heading = headings[depth - 1] ?? "h6";
  return (
    <Heading className={title?.content ? "clause-heading" : "clause-heading untitled"}>
      <a className="clause-number" href={`#clause-${id}`}>
        <span className="visually-hidden">Clause </span>
        {number}
      </a>
      <Inline nodes={title?.content} />
    </Heading>
  );
}

/** One element for both widths: a popover sheet when narrow, laid beside the clause by the styles when wide. */
function Rail({ id, number, children }: { id: string; number: string; children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  const rail = `rail-${id}`;
  return (
    <div className="clause-beside">
      <button type="button" className="button quiet clause-rail-opener" {...{ popovertarget: rail }}>
        On clause {number}
      </button>
      <aside id={rail} className="clause-rail" aria-label={`On clause ${number}`} {...{ popover: "auto" }}>
        {children}
        <button type="button" className="button secondary clause-rail-closer" {...{ popovertarget: rail, popovertargetaction: "hide" }}>
          Close
        </button>
      </aside>
    </div>
  );
}

function clausesIn(node: DocumentNode): DocumentNode[] {
  return (node.content ?? []).filter((child) => child.type === "clause");
}

function idOf(clause: DocumentNode): string {
  return String(clause.attrs?.id ?? "");
}
