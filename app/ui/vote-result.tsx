import { choiceNames } from "~/domain/voting/choices";
import { outcomeInWords } from "~/domain/voting/conditions";
import type { Choice } from "~/domain/voting/count";
import type { Tally } from "~/domain/voting/tally";
import { GroupMark, type GroupFace } from "./group-mark";
import { TallyView } from "./tally";

type Faces = Readonly<Record<string, GroupFace>>;
export type VoteLine = { id: string; personName: string; seatTitle: string; groupId: string; groupName: string; organizationName: string; choice: Choice; reason: string; receipt: string; castBy: "holder" | "alternate" | "behalf"; castByName: string; safety: boolean };

/** The count in words and by group, then each vote with its reason, objections first. */
export function VoteResult({ tally, votes, faces, closed }: { tally: Tally; votes: readonly VoteLine[]; faces: Faces; closed: boolean }) {
  return (
    <>
      {closed && <p className="outcome">{`${outcomeInWords(tally)}.`}</p>}
      {!closed && <p className="quiet">{tally.carried ? "If the vote closed now, it would carry." : "If the vote closed now, it would not carry. This is still missing:"}</p>}
      <TallyView tally={tally} faces={faces} />
      {votes.length > 0 && (
        <details className="votes" open={closed}>
          <summary>{`Votes and reasons (${votes.length})`}</summary>
          <VoteList votes={votes} faces={faces} />
        </details>
      )}
    </>
  );
}

const order = { object: 0, abstain: 1, consent: 2 } as const;

export function VoteList({ votes, faces }: { votes: readonly VoteLine[]; faces: Faces }) {
  return (
    <ul className="lines" role="list">
      {[...votes]
        .sort((one, other) => order[one.choice] - order[other.choice])
        .map(({ id, personName, groupId, groupName, organizationName, choice, reason, receipt, castBy, castByName, safety }) => {
          const face = faces[groupId];
          return (
            <li key={id} className="vote-line">
              <p>
                <strong>{choiceNames[choice]}</strong> {personName}, <span className="quiet">{organizationName}</span> {face ? <GroupMark group={face} /> : groupName}
              </p>
              {safety && <p className="overdue">For safety: somebody would come to harm.</p>}
              {castBy === "alternate" && <p className="quiet small">{`Cast by the alternate, ${castByName}`}</p>}
              {castBy === "behalf" && <p className="quiet small">{`Recorded by ${castByName}, as said on the phone`}</p>}
              {reason && <p className="said">{reason}</p>}
              <p className="quiet small">
                Receipt <code className="hash">{receipt}</code>
              </p>
            </li>
          );
        })}
    </ul>
  );
}
