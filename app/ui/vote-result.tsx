import { outcomeInWords } from "~/domain/voting/conditions";
import { isObjection, positionName } from "~/domain/voting/kinds";
import type { Tally } from "~/domain/voting/tally";
import { GroupMark, type GroupFace } from "./group-mark";
import { Table } from "./table";
import { TallyView } from "./tally";

type Faces = Readonly<Record<string, GroupFace>>;
export type VoteLine = { id: string; personName: string; seatTitle: string; groupId: string; groupName: string; organizationName: string; choice: string; said?: string; reason: string; receipt: string; castBy: "holder" | "alternate" | "behalf"; castByName: string; safety: boolean };
export type PublishedLine = { receipt: string; said: string; reason: string };

/** The count in words and by group, then each vote with its reason, objections first; of a secret vote the list by receipt. */
export function VoteResult({ tally, votes, published, faces, closed }: { tally: Tally; votes: readonly VoteLine[]; published: readonly PublishedLine[]; faces: Faces; closed: boolean }) {
  return (
    <>
      {closed && <p className="outcome">{`${outcomeInWords(tally)}.`}</p>}
      {!closed && <p className="quiet">{tally.carried ? "If the vote closed now, it would carry." : "If the vote closed now, it would not carry. This is still missing:"}</p>}
      <TallyView tally={tally} faces={faces} />
      <VotesCast votes={votes} published={published} faces={faces} open={closed} />
    </>
  );
}

export function VotesCast({ votes, published, faces, open }: { votes: readonly VoteLine[]; published: readonly PublishedLine[]; faces: Faces; open: boolean }) {
  return (
    <>
      {votes.length > 0 && (
        <details className="votes" open={open}>
          <summary>{`Votes and reasons (${votes.length})`}</summary>
          <VoteList votes={votes} faces={faces} />
        </details>
      )}
      {published.length > 0 && (
        <details className="votes" open={open}>
          <summary>{`Ballots by receipt (${published.length})`}</summary>
          <p className="quiet prose">Find your ballot by the receipt that you were given. The order says nothing about who or when.</p>
          <PublishedList ballots={published} />
        </details>
      )}
    </>
  );
}

function PublishedList({ ballots }: { ballots: readonly PublishedLine[] }) {
  return (
    <Table
      caption="Ballots by receipt"
      hideCaption
      rows={ballots}
      rowKey={({ receipt }) => receipt}
      columns={[
        { title: "Receipt", heading: true, cell: ({ receipt }) => <code className="hash">{receipt}</code> },
        { title: "Ballot", cell: ({ said }) => said },
        ...(ballots.some(({ reason }) => reason) ? [{ title: "Reason", cell: ({ reason }: PublishedLine) => reason }] : []),
      ]}
    />
  );
}

function rank(choice: string): number {
  return isObjection(choice) ? 0 : choice === "abstain" ? 1 : 2;
}

export function VoteList({ votes, faces }: { votes: readonly VoteLine[]; faces: Faces }) {
  return (
    <ul className="lines" role="list">
      {[...votes]
        .sort((one, other) => rank(one.choice) - rank(other.choice))
        .map(({ id, personName, groupId, groupName, organizationName, choice, said, reason, receipt, castBy, castByName, safety }) => {
          const face = faces[groupId];
          return (
            <li key={id} className="vote-line">
              <p>
                <strong>{said ?? positionName(choice)}</strong> {personName}, <span className="quiet">{organizationName}</span> {face ? <GroupMark group={face} /> : groupName}
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
