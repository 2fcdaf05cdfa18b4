import type { ReactNode } from "react";
import { When } from "./dates";
import { GroupMark, type GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";

type Moment = Date | string;

export type RoundRecordFacts = {
  extensions: readonly { id: string; from: Moment; until: Moment; reason: string; by: { name: string } }[];
  recusals: readonly { id: string; personName: string; seatTitle: string; groupName: string; recusedReason: string }[];
  outcome: { statement: string; next: string; writtenAt: Moment; writtenBy: { name: string } } | null;
  dissents: readonly DissentLine[];
};

export type DissentLine = { id: string; groupId: string; groupName: string; body: string; writtenAt: Moment; writtenBy: { name: string } };
type Faces = Readonly<Record<string, GroupFace>>;

/** What belongs to a vote besides its count: more time that was given, who stepped back, what it means, and who dissents. */
export function RoundRecord({ round, timeZone, faces }: { round: RoundRecordFacts; timeZone: string; faces: Faces }) {
  return (
    <>
      {round.extensions.map(({ id, from, until, reason, by }) => (
        <p key={id}>
          <strong>More time.</strong> {by.name} moved the end from <When at={from} timeZone={timeZone} /> to <When at={until} timeZone={timeZone} />: <span className="said">{reason}</span>
        </p>
      ))}
      {round.recusals.map(({ id, personName, seatTitle, recusedReason }) => (
        <p key={id}>
          <strong>{personName}</strong>, {seatTitle}, recused: <span className="said">{recusedReason}</span> <span className="quiet">The seat does not count in this vote.</span>
        </p>
      ))}
      {round.outcome && (
        <Part title="What it means">
          <KeyFacts
            facts={[
              { term: "Outcome", fact: <span className="said">{round.outcome.statement}</span> },
              { term: "What happens next", fact: <span className="said">{round.outcome.next}</span> },
            ]}
          />
          <p className="quiet small">
            {round.outcome.writtenBy.name}, <When at={round.outcome.writtenAt} timeZone={timeZone} />
          </p>
        </Part>
      )}
      <Dissents dissents={round.dissents} timeZone={timeZone} faces={faces} />
    </>
  );
}

/** What groups that lost the vote attach to its record; on the proposal, the decision, the summary and in the library. */
export function Dissents({ dissents, timeZone, faces }: { dissents: readonly DissentLine[]; timeZone: string; faces: Faces }) {
  if (dissents.length === 0) return null;
  return (
    <Part title={dissents.length === 1 ? "Dissent" : "Dissents"}>
      {dissents.map(({ id, groupId, groupName, body, writtenAt, writtenBy }) => {
        const face = faces[groupId];
        return (
          <blockquote key={id} className="dissent">
            <p>
              <strong>{face ? <GroupMark group={face} full /> : groupName}</strong>
            </p>
            <p className="said">{body}</p>
            <p className="quiet small">
              {writtenBy.name}, <When at={writtenAt} timeZone={timeZone} />
            </p>
          </blockquote>
        );
      })}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="stack">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
