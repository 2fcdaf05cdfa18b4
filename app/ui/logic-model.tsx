import { drawnStages, leadsTo } from "~/domain/evaluation/logic-model";
import { logicStages } from "~/domain/evaluation/plan-columns";
import type { Row } from "~/domain/evaluation/plan-parts";

// Six columns fill the width of a page.
const width = 164;
const gap = 33;
const lineHeight = 17;
const padding = 10;
const top = 40;
const between = 14;

type Box = { row: Row; lines: string[]; x: number; y: number; height: number };

/** The logic model as a picture, drawn on the server; below it the same in words, which is also what a screen reader reads. */
export function LogicModel({ logic }: { logic: readonly Row[] }) {
  const boxes = placed(logic);
  const height = Math.max(...boxes.map(({ y, height }) => y + height), top) + 8;
  const total = drawnStages.length * (width + gap) - gap;
  const boxOf = new Map(boxes.map((box) => [box.row.id, box]));
  return (
    <figure className="logic-model">
      <div className="table-scroll" role="region" aria-label="Logic model, drawn" tabIndex={0}>
        <svg viewBox={`0 0 ${total} ${height}`} width={total} height={height} aria-hidden="true" focusable="false">
          {drawnStages.map((stage, at) => (
            <text key={stage} className="logic-head" x={at * (width + gap)} y={16}>
              {logicStages[stage].replace(" outcomes", "")}
            </text>
          ))}
          {boxes.flatMap((box) => leadsTo(box.row, logic).flatMap(({ id }) => (boxOf.get(id) ? [<Arrow key={`${box.row.id} ${id}`} from={box} to={boxOf.get(id) as Box} />] : [])))}
          {boxes.map(({ row, lines, x, y, height: tall }) => (
            <g key={row.id}>
              <rect className="logic-box" x={x} y={y} width={width} height={tall} rx={3} />
              {lines.map((line, at) => (
                <text key={at} className="logic-words" x={x + padding} y={y + padding + 12 + at * lineHeight}>
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <details className="redline-reading">
        <summary>Read the logic model as a list</summary>
        {[...drawnStages, "assumptions" as const, "external" as const].map((stage) => {
          const rows = logic.filter((row) => row.stage === stage);
          if (rows.length === 0) return null;
          return (
            <div key={stage}>
              <p className="needs-what">{logicStages[stage]}</p>
              <ul>
                {rows.map((row) => {
                  const next = leadsTo(row, logic).map(({ text }) => text);
                  return <li key={row.id}>{next.length > 0 ? `${row.text}: leads to ${next.join("; ")}` : row.text}</li>;
                })}
              </ul>
            </div>
          );
        })}
      </details>
    </figure>
  );
}

function Arrow({ from, to }: { from: Box; to: Box }) {
  const forward = to.x > from.x;
  const x1 = forward ? from.x + width : from.x;
  const y1 = from.y + from.height / 2;
  const x2 = forward ? to.x : to.x + width;
  const y2 = to.y + to.height / 2;
  const bend = forward ? gap / 2 : -gap / 2;
  return (
    <>
      <path className="logic-arrow" d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />
      <path className="logic-head-of-arrow" d={forward ? `M${x2} ${y2}l-6 -3.5v7Z` : `M${x2} ${y2}l6 -3.5v7Z`} />
    </>
  );
}

function placed(logic: readonly Row[]): Box[] {
  return drawnStages.flatMap((stage, column) => {
    let y = top;
    return logic
      .filter((row) => row.stage === stage)
      .map((row) => {
        const lines = wrapped(row.text ?? "");
        const height = lines.length * lineHeight + 2 * padding - 2;
        const box = { row, lines, x: column * (width + gap), y, height };
        y += height + between;
        return box;
      });
  });
}

/** Lines of about 20 letters: there is no measuring of text on the server. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 21) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > 22 ? `${word.slice(0, 21)}…` : word);
  }
  return lines;
}
