import type { ForestData } from "~/domain/evaluation/chart-data";
import { inWords } from "~/domain/evaluation/number-words";
import type { Column } from "../table";
import { effectScale, effectTicks, plotOf } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { Legend } from "./chart-marks";

type Line = { name: string; value: number | null; low: number; high: number; weight: number | null };
export type ForestPlotProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: ForestData; /** Words for the two sides: ["fewer uses of force", "more uses of force"]. */ sides: readonly [string, string] };

const rowHeight = 30;
const narrowRow = 44;

/** Each agency's effect with its interval, the typical one as a diamond, and where another agency should expect to be. */
export function ForestPlot({ data, sides, ...frame }: ForestPlotProps) {
  const lines: Line[] = [...data.rows, { name: "Typical effect", ...data.pooled, weight: null }, ...(data.prediction ? [{ name: "Another agency", value: null, ...data.prediction, weight: null }] : [])];
  const interval = ({ low, high }: Line) => `${inWords(low)} to ${inWords(high)}`;
  const columns: Column<Line>[] = [
    { title: "Agency", heading: true, cell: ({ name }) => name },
    { title: data.scale === "ratio" ? "Ratio" : "Difference", number: true, cell: ({ value }) => (value === null ? "" : inWords(value)) },
    { title: "95% interval", number: true, cell: interval },
    { title: "Weight", number: true, cell: ({ weight }) => (weight === null ? "" : `${Math.round(100 * weight)}%`) },
  ];
  const lengths = { height: 96 + lines.length * rowHeight, narrowHeight: 96 + lines.length * narrowRow };
  return (
    <ChartFrame
      {...frame}
      {...lengths}
      draw={(canvas) => <Drawing data={data} lines={lines} sides={sides} canvas={canvas} />}
      legend={
        <Legend
          keys={[
            { mark: <><path className="forest-interval" d="M0 7H28" /><rect className="forest-square" x="9" y="2" width="10" height="10" /></>, label: "Agency: effect and 95% interval; larger squares weigh more" },
            { mark: <path className="forest-diamond" d="M0 7 14 1 28 7 14 13Z" />, label: "Typical effect" },
            ...(data.prediction ? [{ mark: <path className="forest-prediction" d="M1 7H27M1 3V11M27 3V11" />, label: "Range to expect in another agency" }] : []),
          ]}
        />
      }
      table={{ caption: frame.title, columns, rows: lines, rowKey: ({ name }) => name }}
    />
  );
}

function Drawing({ data, lines, sides, canvas }: { data: ForestData; lines: readonly Line[]; sides: readonly [string, string]; canvas: Canvas }) {
  const { narrow } = canvas;
  const plot = plotOf(canvas, narrow ? { top: 42, left: 8, right: 8, bottom: 46 } : { top: 42, left: 200, right: 150, bottom: 46 });
  const x = effectScale(lines.flatMap(({ low, high }) => [low, high]), data.scale, plot.left, plot.right);
  const none = data.scale === "ratio" ? 1 : 0;
  const step = narrow ? narrowRow : rowHeight;
  const most = Math.max(...data.rows.map(({ weight }) => weight));
  return (
    <>
      {effectTicks(x, data.scale, narrow ? 5 : 8).map((tick) => (
        <g key={tick} className="chart-axis">
          <line className="chart-grid" x1={x(tick)} x2={x(tick)} y1={plot.top} y2={plot.bottom} />
          <text x={x(tick)} y={plot.bottom + 18} textAnchor="middle">
            {inWords(tick)}
          </text>
        </g>
      ))}
      <line className="forest-none" x1={x(none)} x2={x(none)} y1={plot.top - 8} y2={plot.bottom} />
      <Sides sides={sides} none={x(none)} width={canvas.width} />
      {lines.map((line, i) => {
        const y = plot.top + step * i + (narrow ? 32 : 18);
        const said = `${line.value === null ? "" : `${inWords(line.value)} `}(${inWords(line.low)} to ${inWords(line.high)})`;
        return (
          <g key={line.name} className={line.weight === null ? "forest-summary" : undefined}>
            <text className="forest-name" x={narrow ? plot.left : 0} y={narrow ? y - 14 : y} dy="0.34em">
              {line.name}
            </text>
            <text className="forest-numbers" x={canvas.width - (narrow ? 8 : 0)} y={narrow ? y - 14 : y} dy="0.34em" textAnchor="end">
              {said}
            </text>
            <Mark line={line} x={x} y={y} size={line.weight === null ? 0 : 5 + 9 * Math.sqrt(line.weight / most)} />
          </g>
        );
      })}
    </>
  );
}

/** What lies on either side of "no effect"; on two lines when they would not fit beside it. */
function Sides({ sides: [less, more], none, width }: { sides: readonly [string, string]; none: number; width: number }) {
  const room = (words: string) => words.length * 6.9 + 30;
  const [fitsLeft, fitsRight] = [none > room(less), width - none > room(more)];
  return (
    <>
      <text className="chart-unit" x={fitsLeft ? none - 8 : 0} y={12} textAnchor={fitsLeft ? "end" : "start"}>
        {`← ${less}`}
      </text>
      <text className="chart-unit" x={fitsRight ? none + 8 : width} y={fitsLeft && fitsRight ? 12 : 28} textAnchor={fitsRight ? "start" : "end"}>
        {`${more} →`}
      </text>
    </>
  );
}

function Mark({ line, x, y, size }: { line: Line; x: (value: number) => number; y: number; size: number }) {
  const [from, to] = [x(line.low), x(line.high)];
  if (line.value === null) return <path className="forest-prediction" d={`M${from} ${y}H${to}M${from} ${y - 5}V${y + 5}M${to} ${y - 5}V${y + 5}`} />;
  if (line.weight === null) return <path className="forest-diamond" d={`M${from} ${y}L${x(line.value)} ${y - 8}L${to} ${y}L${x(line.value)} ${y + 8}Z`} />;
  return (
    <>
      <path className="forest-interval" d={`M${from} ${y}H${to}`} />
      <rect className="forest-square" x={x(line.value) - size / 2} y={y - size / 2} width={size} height={size} />
    </>
  );
}
