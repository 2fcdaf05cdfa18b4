import { area, line } from "d3-shape";
import type { SeriesChartData } from "~/domain/evaluation/chart-data";
import { shownInWords } from "~/domain/evaluation/chart-data";
import { inWords } from "~/domain/evaluation/number-words";
import type { Column } from "../table";
import { PeriodAxis, periodScale, plotOf, ValueAxis, valueScale } from "./chart-axes";
import { type Canvas, ChartFrame } from "./chart-frame";
import { eventDay, EventLines, EventList, HeldBack, heldBackKey, type Key, Legend, roomForEvents } from "./chart-marks";

type Point = SeriesChartData["points"][number];
export type SeriesChartProps = { title: string; reading: string; csv: string; definition?: { href: string; label: string }; data: SeriesChartData; /** What the vertical axis counts: "per 1,000 calls". */ unit: string };

/** A series with what was expected without the change, its band, and what happened along the way. */
export function SeriesChart({ data, unit, ...frame }: SeriesChartProps) {
  return (
    <ChartFrame
      {...frame}
      draw={(canvas) => <Drawing data={data} unit={unit} canvas={canvas} />}
      legend={<SeriesLegend data={data} />}
      table={{ caption: `${frame.title}, ${unit}`, columns: columnsOf(data), rows: data.points, rowKey: ({ label }) => label }}
    />
  );
}

function Drawing({ data: { points, change, events }, unit, canvas }: { data: SeriesChartData; unit: string; canvas: Canvas }) {
  const plot = plotOf(canvas, { top: roomForEvents(events) });
  const x = periodScale(points.length, plot);
  const y = valueScale(points.flatMap(({ observed, fitted, without, low, high }) => [typeof observed === "number" ? observed : null, fitted, without, low, high]), plot);
  const places = points.map((point, i) => ({ ...point, i }));
  const lineOf = (value: (point: Point) => number | null) => line<(typeof places)[number]>((point) => x(point.i), (point) => y(value(point) ?? 0)).defined((point) => value(point) !== null);
  const seen = (point: Point) => (typeof point.observed === "number" ? point.observed : null);
  const fitted = (after: boolean) => lineOf((point) => point.fitted)(places.filter(({ i }) => change === null || i >= change === after)) ?? "";
  const band = area<(typeof places)[number]>().x((point) => x(point.i)).y0((point) => y(point.low ?? 0)).y1((point) => y(point.high ?? 0)).defined((point) => point.low !== null && point.high !== null);
  const turn = change === null ? null : (x(change - 1) + x(change)) / 2;
  return (
    <>
      <text className="chart-unit" x={0} y={12}>
        {unit}
      </text>
      <ValueAxis scale={y} plot={plot} />
      <PeriodAxis labels={points.map(({ label }) => label)} x={x} plot={plot} narrow={canvas.narrow} />
      {turn !== null && <rect className="chart-after" x={turn} y={plot.top} width={plot.right - turn} height={plot.bottom - plot.top} />}
      <path className="chart-band" d={band(places) ?? ""} />
      <path className="chart-band-edge" d={lineOf((point) => point.low)(places) ?? ""} />
      <path className="chart-band-edge" d={lineOf((point) => point.high)(places) ?? ""} />
      <path className="chart-without" d={lineOf((point) => point.without)(places) ?? ""} />
      <path className="chart-observed" d={lineOf(seen)(places) ?? ""} />
      <path className="chart-fitted" d={fitted(false)} />
      {change !== null && <path className="chart-fitted" d={fitted(true)} />}
      {turn !== null && <line className="chart-turn" x1={turn} x2={turn} y1={plot.top} y2={plot.bottom} />}
      {places.map((point) => (typeof point.observed === "number" ? <circle key={point.i} className="chart-dot" cx={x(point.i)} cy={y(point.observed)} r={canvas.narrow ? 2.4 : 3} /> : point.observed ? <HeldBack key={point.i} x={x(point.i)} plot={plot} /> : null))}
      <EventLines events={events} x={x} plot={plot} />
    </>
  );
}

function SeriesLegend({ data: { points, change, events } }: { data: SeriesChartData }) {
  const modelled = points.some(({ fitted }) => fitted !== null);
  const keys: Key[] = [{ mark: <><path className="chart-observed" d="M0 7H28" /><circle className="chart-dot" cx="14" cy="7" r="3" /></>, label: "Observed" }];
  if (modelled) keys.push({ mark: <path className="chart-fitted" d="M0 7H28" />, label: "Model" });
  if (modelled && change !== null) {
    keys.push({ mark: <path className="chart-without" d="M0 7H28" />, label: "Expected without the change" });
    keys.push({ mark: <><rect className="chart-band" width="28" height="14" /><path className="chart-band-edge" d="M0 .5H28M0 13.5H28" /></>, label: "95% interval of what was expected" });
  }
  if (points.some(({ observed }) => observed !== null && typeof observed !== "number")) keys.push(heldBackKey);
  return (
    <Legend keys={keys}>
      <EventList events={events} />
    </Legend>
  );
}

function columnsOf({ points, change, events }: SeriesChartData): Column<Point>[] {
  const modelled = points.some(({ fitted }) => fitted !== null);
  const number = (value: number | null) => (value === null ? "" : inWords(value));
  const eventsIn = (point: Point) => events.filter(({ at }) => Math.round(at) === points.indexOf(point)).map((event) => `${eventDay(event)}: ${event.label}`).join("; ");
  return [
    { title: "Period", heading: true, cell: ({ label }) => label },
    { title: "Observed", number: true, cell: ({ observed }) => shownInWords(observed) },
    ...(modelled ? [{ title: "Model", number: true, cell: ({ fitted }: Point) => number(fitted) }] : []),
    ...(modelled && change !== null
      ? [
          { title: "Expected without", number: true, cell: ({ without }: Point) => number(without) },
          { title: "95% interval", number: true, cell: ({ low, high }: Point) => (low === null || high === null ? "" : `${inWords(low)} to ${inWords(high)}`) },
        ]
      : []),
    ...(events.length > 0 ? [{ title: "What happened", cell: eventsIn }] : []),
  ];
}
