import type { ReactNode } from "react";

export type Column<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  /** The column that names its row for a screen reader. */
  heading?: boolean;
};

export type TableProps<Row> = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a phone each row stands by itself, its cells below each other with their titles; for rows of words. */
  stacks?: boolean;
};

// A table whose cells stand below each other is none for a screen reader any more, unless it is said.
const said = { table: "table", body: "rowgroup", row: "row", title: "columnheader", heading: "rowheader", cell: "cell" } as const;
const unsaid: Partial<typeof said> = {};

export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey, stacks = false }: TableProps<Row>) {
  const role = stacks ? said : unsaid;
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={stacks ? "table table-stacks" : "table"} role={role.table}>
        <caption>{hideCaption ? <span className="visually-hidden">{caption}</span> : caption}</caption>
        <thead role={role.body}>
          <tr role={role.row}>
            {columns.map(({ title, number }) => (
              <th key={title} scope="col" role={role.title} className={number ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role.body}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={role.row}>
              {columns.map(({ title, number, heading, cell }) => {
                const Cell = heading ? "th" : "td";
                return (
                  <Cell key={title} scope={heading ? "row" : undefined} role={heading ? role.heading : role.cell} className={number ? "number" : undefined} data-title={stacks && !heading ? title : undefined}>
                    {cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
