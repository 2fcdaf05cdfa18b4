import { Fragment, type ReactNode } from "react";
import { safeHref } from "~/editor/schema/safe-href";
import type { DocumentMark, DocumentNode } from "~/editor/schema/document-node";

type Nodes = readonly DocumentNode[] | undefined;

/** The blocks of a clause: paragraphs, lists, tables. */
export function Blocks({ nodes }: { nodes: Nodes }) {
  return <>{(nodes ?? []).map((node, at) => block(node, at))}</>;
}

/** Text with its marks. */
export function Inline({ nodes }: { nodes: Nodes }) {
  return (
    <>
      {(nodes ?? []).map((node, at) => (
        <Fragment key={at}>{node.type === "hardBreak" ? <br /> : marked(node.text ?? "", node.marks)}</Fragment>
      ))}
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

function marked(text: string, marks: readonly DocumentMark[] = []): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => withMark(inner, mark), text);
}

function withMark(inner: ReactNode, { type, attrs }: DocumentMark): ReactNode {
  if (type === "bold") return <strong>{inner}</strong>;
  if (type === "italic") return <em>{inner}</em>;
  if (type === "underline") return <u>{inner}</u>;
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
