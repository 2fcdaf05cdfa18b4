import { Fragment, useContext, type ReactNode } from "react";
import { atomInWords, clauseRemoved } from "~/editor/atoms-in-words";
import type { TermHit } from "~/editor/glossary/find-terms";
import { safeHref } from "~/editor/schema/safe-href";
import type { DocumentMark, DocumentNode } from "~/editor/schema/document-node";
import { WrittenBy } from "./authorship-mark";
import { CalloutBox } from "./callout";
import { TextPartsContext } from "./text-parts";

type Nodes = readonly DocumentNode[] | undefined;

/** The blocks of a clause: paragraphs, lists, callouts, tables. */
export function Blocks({ nodes }: { nodes: Nodes }) {
  return <>{(nodes ?? []).map((node, at) => block(node, at))}</>;
}

/** Text with its marks, the numbers of footnotes and references, and the words that the glossary defines. */
export function Inline({ nodes }: { nodes: Nodes }) {
  return (
    <>
      {(nodes ?? []).map((node, at) => (
        <Fragment key={at}>
          <InlineNode node={node} />
        </Fragment>
      ))}
    </>
  );
}

function InlineNode({ node }: { node: DocumentNode }) {
  const { terms } = useContext(TextPartsContext);
  if (node.type === "hardBreak") return <br />;
  if (node.type === "footnote") return marked(<FootnoteCall node={node} />, node.marks);
  if (node.type === "crossReference") return marked(<Reference node={node} />, node.marks);
  const hits = terms.get(node);
  return marked(hits ? <WithTerms text={node.text ?? ""} hits={hits} /> : (node.text ?? ""), node.marks);
}

function FootnoteCall({ node }: { node: DocumentNode }) {
  const number = useContext(TextPartsContext).footnotes.get(node);
  if (number === undefined) return atomInWords(node, null);
  return (
    <sup className="footnote-call">
      <a id={`footnote-call-${number}`} href={`#footnote-${number}`} role="doc-noteref">
        <span className="visually-hidden">Footnote </span>
        {number}
      </a>
    </sup>
  );
}

function Reference({ node }: { node: DocumentNode }) {
  const { numbers, titles } = useContext(TextPartsContext);
  const id = String(node.attrs?.clause ?? "");
  const number = numbers?.get(id);
  if (number === undefined) return numbers === null ? atomInWords(node, null) : <span className="reference-gone">{clauseRemoved}</span>;
  return (
    <a className="reference" href={`#clause-${id}`} title={titles.get(id) || undefined}>
      {number}
    </a>
  );
}

function WithTerms({ text, hits }: { text: string; hits: readonly TermHit[] }) {
  const { meaning } = useContext(TextPartsContext);
  const after = hits.at(-1)?.to ?? 0;
  return (
    <>
      {hits.map(({ from, to, termId }, at) => (
        <Fragment key={from}>
          {text.slice(hits[at - 1]?.to ?? 0, from)}
          <a className={meaning(termId) === null ? "term undefined" : "term"} href={`#term-${termId}`} title={meaning(termId) ?? "Not defined yet"}>
            {text.slice(from, to)}
          </a>
        </Fragment>
      ))}
      {text.slice(after)}
    </>
  );
}

function block(node: DocumentNode, key: number): ReactNode {
  switch (node.type) {
    case "paragraph":
      return node.content ? (
        <p key={key}>
          <Inline nodes={node.content} />
        </p>
      ) : null;
    case "bulletList":
      return <ul key={key}>{entries(node)}</ul>;
    case "orderedList":
      return (
        <ol key={key} start={whole(node.attrs?.start)}>
          {entries(node)}
        </ol>
      );
    case "callout":
      return (
        <CalloutBox key={key} tone={node.attrs?.tone}>
          <Blocks nodes={node.content} />
        </CalloutBox>
      );
    case "table":
      return <DocumentTable key={key} node={node} />;
    default:
      return null;
  }
}

function entries(list: DocumentNode): ReactNode {
  return (list.content ?? []).map((entry, at) => (
    <li key={at}>
      <Blocks nodes={entry.content} />
    </li>
  ));
}

function DocumentTable({ node }: { node: DocumentNode }) {
  return (
    <div className="document-table" role="region" aria-label="Table" tabIndex={0}>
      <table>
        <tbody>
          {(node.content ?? []).map((row, at) => (
            <tr key={at}>
              {(row.content ?? []).map((cell, column) => (
                <DocumentCell key={column} cell={cell} scope={at === 0 ? "col" : "row"} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DocumentCell({ cell, scope }: { cell: DocumentNode; scope: "col" | "row" }) {
  const spans = { colSpan: whole(cell.attrs?.colspan), rowSpan: whole(cell.attrs?.rowspan) };
  const body = <Blocks nodes={cell.content} />;
  return cell.type === "tableHeader" ? (
    <th scope={scope} {...spans}>
      {body}
    </th>
  ) : (
    <td {...spans}>{body}</td>
  );
}

function marked(inner: ReactNode, marks: readonly DocumentMark[] = []): ReactNode {
  return marks.reduceRight<ReactNode>((within, mark) => withMark(within, mark), inner);
}

function withMark(inner: ReactNode, { type, attrs }: DocumentMark): ReactNode {
  if (type === "bold") return <strong>{inner}</strong>;
  if (type === "italic") return <em>{inner}</em>;
  if (type === "underline") return <u>{inner}</u>;
  if (type === "written") return <WrittenBy attrs={attrs ?? {}}>{inner}</WrittenBy>;
  const href = type === "link" ? safeHref(attrs?.href) : null;
  return href === null ? (
    inner
  ) : (
    <a href={href} rel="noopener noreferrer nofollow">
      {inner}
    </a>
  );
}

function whole(value: unknown): number | undefined {
  return typeof value === "number" && value !== 1 ? value : undefined;
}
