import type { BallotTerms } from "~/domain/voting/kinds";
import type { PollTally } from "~/domain/voting/poll";
import { optionLabel, pollInWords } from "~/domain/voting/poll-words";
import { Table } from "./table";

type Props = { terms: BallotTerms; tally: PollTally };

/** How a question came out: a sentence, a bar for each option, and the numbers. */
export function PollResult({ terms, tally }: Props) {
  return (
    <div className="stack">
      <p className="outcome">{pollInWords(terms, tally)}</p>
      {tally.kind === "ranked" ? <Ranked terms={terms} tally={tally} /> : <Options terms={terms} tally={tally} />}
    </div>
  );
}

function Options({ terms, tally }: { terms: BallotTerms; tally: Exclude<PollTally, { kind: "ranked" }> }) {
  const { voters } = tally;
  if (tally.kind === "score") {
    const most = Math.max(1, voters * tally.highestScore);
    return <Bars lines={tally.options.map(({ id, points, scored }) => ({ id, label: optionLabel(terms, id), part: points, whole: most, said: `${points} of ${most} points, scored by ${scored} of ${voters}` }))} leaders={tally.leaders} />;
  }
  if (tally.kind === "time")
    return <Bars lines={tally.options.map(({ id, yes, maybe, no }) => ({ id, label: optionLabel(terms, id), part: yes + maybe, whole: voters, said: `Yes ${yes}, if needed ${maybe}, no ${no}` }))} leaders={tally.leaders} />;
  return <Bars lines={tally.options.map(({ id, votes }) => ({ id, label: optionLabel(terms, id), part: votes, whole: voters, said: `${votes} of ${voters}` }))} leaders={tally.leaders} />;
}

type Line = { id: string; label: string; part: number; whole: number; said: string };

function Bars({ lines, leaders }: { lines: readonly Line[]; leaders: readonly string[] }) {
  return (
    <ul className="poll-options" role="list">
      {lines.map(({ id, label, part, whole, said }) => (
        <li key={id} className="poll-option">
          <span className={leaders.includes(id) ? "poll-leader" : undefined}>
            {label}
            {leaders.includes(id) && <span className="quiet small">{leaders.length > 1 ? " (tied)" : " (leads)"}</span>}
          </span>
          <span className="quiet small">{said}</span>
          <svg className="tally-bar group-slate" width="100%" height="16" aria-hidden="true" focusable="false">
            <rect className="tally-ground" width="100%" height="14" y="1" />
            {part > 0 && <rect className="tally-for" width={`${(100 * part) / Math.max(1, whole)}%`} height="14" y="1" />}
          </svg>
        </li>
      ))}
    </ul>
  );
}

function Ranked({ terms, tally }: { terms: BallotTerms; tally: Extract<PollTally, { kind: "ranked" }> }) {
  const { runoff, pairs } = tally;
  const label = (id: string) => optionLabel(terms, id);
  return (
    <>
      <section className="stack" aria-labelledby="runoff">
        <h3 id="runoff">Instant run-off</h3>
        <p className="quiet prose">The option with the fewest first choices leaves, and its ballots go to their next choice, until one has more than half. Options tied for last leave together.</p>
        <Table
          caption="First choices, round by round"
          hideCaption
          rows={terms.options}
          rowKey={({ id }) => id}
          columns={[
            { title: "Option", heading: true, cell: ({ label }) => label },
            ...runoff.rounds.map(({ standing, out }, at) => ({
              title: `Round ${at + 1}`,
              number: true,
              cell: ({ id }: { id: string }) => {
                const found = standing.find((option) => option.id === id);
                return found ? `${found.votes}${out.includes(id) ? ", leaves" : ""}` : "";
              },
            })),
          ]}
        />
        {runoff.rounds.some(({ exhausted }) => exhausted > 0) && <p className="quiet small">{`Ballots that name no option still in, by round: ${runoff.rounds.map(({ exhausted }) => exhausted).join(", ")}.`}</p>}
      </section>
      <section className="stack" aria-labelledby="pairs">
        <h3 id="pairs">Every pair compared</h3>
        <p>{pairs.winner ? `${label(pairs.winner)} beats every other option (Condorcet winner).` : "No option beats every other one in pairs."}</p>
        <Table
          caption="How many ballots prefer which"
          hideCaption
          rows={pairs.pairs}
          rowKey={({ one, other }) => `${one} ${other}`}
          columns={[
            { title: "Pair", heading: true, cell: ({ one, other }) => `${label(one)} or ${label(other)}` },
            { title: "Prefer the first", number: true, cell: ({ forOne }) => forOne },
            { title: "Prefer the second", number: true, cell: ({ forOther }) => forOther },
          ]}
        />
      </section>
    </>
  );
}
