import { curveStep, line } from "d3-shape";
import { type ControlChartData, shownInWords } from "~/domain/evaluation/chart-data";
import { inWords } from "~/domain/evaluation/number-words";
import type { Column } from "../table";
import { PeriodAxis, periodScale, plotOf, ValueAxis, valueScale } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { EventLines, EventList, HeldBack, heldBackKey, type Key, Legend, roomForEvents } from "./chart-marks";

type Point = ControlChartData["points"][number];
export type ControlChartProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: ControlChartData; unit: string };

const limits: Record<ControlChartData["kind"], boolean> = { run: false, u: true, p: true, c: true, i: true };

/** A run or control chart: centre, limits, and the periods that stand out as diamonds. */
export function ControlChart({ data, unit, ...frame }: ControlChartProps) {
  const share = data.kind === "p";
  const number = (value: number | null) => (value === null ? "" : share ? `${inWords(value * 100)}%` : inWords(value));
  const columns: Column<Point>[] = [
    { title: "Period", heading: true, cell: ({ label }) => label },
    { title: "Value", number: true, cell: ({ value }) => (typeof value === "number" ? number(value) : shownInWords(value)) },
    { title: "Centre", number: true, cell: ({ centre }) => number(centre) },
    ...(limits[data.kind]
      ? [
          { title: "Lower limit", number: true, cell: ({ low }: Point) => number(low) },
          { title: "Upper limit", number: true, cell: ({ high }: Point) => number(high) },
          { title: "Outside", cell: ({ outside, value }: Point) => (outside && typeof value === "number" ? "yes" : "") },
        ]
      : []),
  ];
  return (
    <ChartFrame
      {...frame}
      draw={(canvas) => <Drawing data={data} unit={unit} canvas={canvas} />}
      legend={<ControlLegend data={data} />}
      table={{ caption: `${frame.title}, ${unit}`, columns, rows: data.points, rowKey: ({ label }) => label }}
    />
  );
}

function Drawing({ data: { kind, points, events }, unit, canvas }: { data: ControlChartData; unit: string; canvas: Canvas }) {
  const plot = plotOf(canvas, { top: roomForEvents(events) });
  const x = periodScale(points.length, plot);
  const y = valueScale(points.flatMap(({ value, centre, low, high }) => [typeof value === "number" ? value : null, centre, low, high]), plot, kind !== "i");
  const places = points.map((point, i) => ({ ...point, i }));
  const of = (value: (point: Point) => number | null) => line<(typeof places)[number]>((point) => x(point.i), (point) => y(value(point) ?? 0)).defined((point) => value(point) !== null);
  const seen = (point: Point) => (typeof point.value === "number" ? point.value : null);
  return (
    <>
      <text className="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <ValueAxis scale={y} plot={plot} percent={kind === "p"} />
      <PeriodAxis labels={points.map(({ label }) => label)} x={x} plot={plot} narrow={canvas.narrow} />
      {limits[kind] && <path className="chart-limit" d={of((point) => point.high).curve(curveStep)(places) ?? ""} />}
      {limits[kind] && <path className="chart-limit" d={of((point) => point.low).curve(curveStep)(places) ?? ""} />}
      <path className="chart-centre" d={of((point) => point.centre)(places) ?? ""} />
      <path className="chart-observed" d={of(seen)(places) ?? ""} />
      {places.map(({ i, value, outside }) =>
        typeof value !== "number" ? (
          value && <HeldBack key={i} x={x(i)} plot={plot} />
        ) : outside ? (
          <path key={i} className="chart-outside" d="M0-7 7 0 0 7-7 0Z" transform={`translate(${x(i)} ${y(value)})`} />
        ) : (
          <circle key={i} className="chart-dot" cx={x(i)} cy={y(value)} r={canvas.narrow ? 2.4 : 3} />
        ),
      )}
      <EventLines events={events} x={x} plot={plot} />
    </>
  );
}

function ControlLegend({ data: { kind, points, events } }: { data: ControlChartData }) {
  const keys: Key[] = [
    { mark: <><path className="chart-observed" d="M0 7H28" /><circle className="chart-dot" cx="14" cy="7" r="3" /></>, label: "Value" },
    { mark: <path className="chart-centre" d="M0 7H28" />, label: kind === "run" ? "Median" : "Centre" },
  ];
  if (limits[kind]) keys.push({ mark: <path className="chart-limit" d="M0 7H28" />, label: "Limits (three standard deviations)" });
  if (points.some(({ outside, value }) => outside && typeof value === "number")) keys.push({ mark: <path className="chart-outside" d="M14 0 21 7 14 14 7 7Z" />, label: "Outside the limits" });
  if (points.some(({ value }) => value !== null && typeof value !== "number")) keys.push(heldBackKey);
  return (
    <Legend keys={keys}>
      <EventList events={events} />
    </Legend>
  );
}
