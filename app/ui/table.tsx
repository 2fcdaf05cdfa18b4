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

export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey, stacks = false }: TableProps<Row>) {
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={stacks ? "table table-stacks" : "table"} role="table">
        <caption>{hideCaption ? <span className="visually-hidden">{caption}</span> : caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ title, number }) => (
              <th key={title} scope="col" role="columnheader" className={number ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.number ? "number" : undefined;
  return column.heading ? (
    <th scope="row" role="rowheader" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" className={className} data-title={column.title}>{column.cell(row)}</td>
  );
}
