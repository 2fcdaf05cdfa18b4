import { type ReactNode, useId } from "react";
import { Table, type Column } from "../table";

/** The room a drawing has. `narrow` is the one for telephones: the same picture, drawn anew, so that its words stay readable. */
export type Canvas = { width: number; height: number; narrow: boolean };

export type ChartFrameProps<Row> = {
  title: string;
  /** The one sentence that says what the picture shows. */
  reading: string;
  /** Where the figures can be had as CSV. */
  csv: string;
  /** What is measured, with its version; a link to the measure. */
  definition?: { href: string; label: string };
  draw: (canvas: Canvas) => ReactNode;
  height?: number;
  narrowHeight?: number;
  legend?: ReactNode;
  table: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string };
};

/** What every chart has: title, reading, the picture, its legend, and its twin as a table. Nothing in it needs script. */
export function ChartFrame<Row>({ title, reading, csv, definition, draw, height = 340, narrowHeight = 300, legend, table }: ChartFrameProps<Row>) {
  const id = useId().replace(/:/g, "");
  const sizes: Canvas[] = [{ width: 720, height, narrow: false }, { width: 350, height: narrowHeight, narrow: true }];
  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 className="chart-title" id={`${id}-title`}>
          {title}
        </h3>
        <p className="chart-reading" id={`${id}-reading`}>
          {reading}
        </p>
      </figcaption>
      {sizes.map((canvas) => (
        <svg
          key={canvas.width}
          className={canvas.narrow ? "chart-picture narrow" : "chart-picture wide"}
          viewBox={`0 0 ${canvas.width} ${canvas.height}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-reading`}
          focusable="false"
        >
          {draw(canvas)}
        </svg>
      ))}
      {legend}
      <p className="chart-links">
        <a href={`#${id}-table`}>Table of these numbers</a>
        <a href={csv} download>
          Data as CSV
        </a>
        {definition && <a href={definition.href}>{definition.label}</a>}
      </p>
      <details className="chart-table">
        <summary>The numbers as a table</summary>
        <div id={`${id}-table`}>
          <Table {...table} />
        </div>
      </details>
    </figure>
  );
}
