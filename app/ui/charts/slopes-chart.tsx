import { shownInWords, type SlopesData } from "~/domain/evaluation/chart-data";
import { inWords } from "~/domain/evaluation/number-words";
import type { Column } from "../table";
import { plotOf, valueScale } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { Legend } from "./chart-marks";

type Row = SlopesData["rows"][number];
type Known = { name: string; before: number; after: number };
export type SlopesChartProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: SlopesData; unit: string };

/** Where each item or group stood before and after, joined by a line: solid when it rose, dashed when it fell. */
export function SlopesChart({ data, unit, ...frame }: SlopesChartProps) {
  const columns: Column<Row>[] = [
    { title: "What", heading: true, cell: ({ name }) => name },
    { title: data.before, number: true, cell: ({ before }) => shownInWords(before) },
    { title: data.after, number: true, cell: ({ after }) => shownInWords(after) },
    { title: "Change", number: true, cell: ({ before, after }) => (typeof before === "number" && typeof after === "number" ? `${after > before ? "+" : ""}${inWords(after - before)}` : "") },
  ];
  return (
    <ChartFrame
      {...frame}
      height={Math.max(300, 60 + data.rows.length * 30)}
      narrowHeight={Math.max(300, 60 + data.rows.length * 44)}
      draw={(canvas) => <Drawing data={data} unit={unit} canvas={canvas} />}
      legend={
        <Legend
          keys={[
            { mark: <path className="slope rose" d="M0 12 28 2" />, label: "Rose" },
            { mark: <path className="slope fell" d="M0 2 28 12" />, label: "Fell" },
            { mark: <path className="slope same" d="M0 7H28" />, label: "Stayed the same" },
          ]}
        />
      }
      table={{ caption: `${frame.title}, ${unit}`, columns, rows: data.rows, rowKey: ({ name }) => name }}
    />
  );
}

function Drawing({ data, unit, canvas }: { data: SlopesData; unit: string; canvas: Canvas }) {
  const rows = data.rows.filter((row): row is Known => typeof row.before === "number" && typeof row.after === "number");
  const plot = plotOf(canvas, canvas.narrow ? { top: 66, left: 34, right: 196, bottom: 18 } : { top: 44, left: 120, right: 320, bottom: 14 });
  const y = valueScale(rows.flatMap(({ before, after }) => [before, after]), plot, false);
  const left = spread(rows.map(({ before }) => y(before)), 15);
  const right = spread(rows.map(({ after }) => y(after)), canvas.narrow ? 34 : 20);
  const longest = canvas.narrow ? 22 : 40;
  return (
    <>
      <text className="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <text className="slope-head" x={plot.left} y={32} textAnchor={canvas.narrow ? "start" : "middle"}>
        {data.before}
      </text>
      <text className="slope-head" x={plot.right} y={32} textAnchor="middle">
        {data.after}
      </text>
      <path className="chart-baseline" d={`M${plot.left} ${plot.top}V${plot.bottom}M${plot.right} ${plot.top}V${plot.bottom}`} />
      {rows.map(({ name, before, after }, i) => (
        <g key={name}>
          <path className={`slope ${after > before ? "rose" : after < before ? "fell" : "same"}`} d={`M${plot.left} ${y(before)}L${plot.right} ${y(after)}`} />
          <circle className="chart-dot" cx={plot.left} cy={y(before)} r="3.5" />
          <circle className="chart-dot" cx={plot.right} cy={y(after)} r="3.5" />
          <text className="chart-label" x={plot.left - 10} y={left[i]} dy="0.34em" textAnchor="end">
            {inWords(before)}
          </text>
          <text className="chart-label" x={plot.right + 10} y={right[i]! - (wrapped(name, longest).length - 1) * 7.5} dy="0.34em">
            <tspan className="slope-value">{inWords(after)}</tspan>
            {wrapped(name, longest).map((part, k) => (
              <tspan key={k} x={plot.right + 40} dy={k === 0 ? undefined : 15}>
                {part}
              </tspan>
            ))}
          </text>
        </g>
      ))}
    </>
  );
}

/** A name on as many lines as it needs. */
function wrapped(name: string, longest: number): string[] {
  const lines = [""];
  for (const word of name.split(" ")) {
    const last = lines.length - 1;
    if (lines[last] !== "" && `${lines[last]} ${word}`.length > longest) lines.push(word);
    else lines[last] = lines[last] === "" ? word : `${lines[last]} ${word}`;
  }
  return lines;
}

/** Moves labels apart so that none lie on each other, keeping their order. */
function spread(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  for (let round = 0; round < 60; round++) {
    for (let k = 1; k < order.length; k++) {
      const [above, below] = [order[k - 1]!, order[k]!];
      const short = gap - (moved[below]! - moved[above]!);
      if (short > 0) {
        moved[above] = moved[above]! - short / 2;
        moved[below] = moved[below]! + short / 2;
      }
    }
  }
  return moved;
}
