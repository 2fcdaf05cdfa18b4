import type { Tally } from "~/domain/voting/tally";
import { StageList, type StageOnPage } from "./decision-stages";
import type { GroupFace } from "./group-mark";
import { DecisionRecordView, type DecisionRecord } from "./library-edition";
import { VotesCast, type VoteLine } from "./vote-result";

type Moment = Date | string;

export type EditionRecord = {
  record: DecisionRecord;
  tally: Tally | null;
  votes: readonly VoteLine[];
  faces: Record<string, GroupFace>;
  stages: readonly { decisionId: string; stages: readonly StageOnPage[] }[];
};

type Props = { record: EditionRecord; documentId: string; edition: number; timeZone: string; now: Moment };

/** The whole record of an edition, for members: the proposal, each vote with its reason, the stages, the answers and what was signed. */
export function DocumentRecord({ record: { record, tally, votes, faces, stages }, documentId, edition, timeZone, now }: Props) {
  return (
    <DecisionRecordView
      record={record}
      tally={tally}
      faces={faces}
      timeZone={timeZone}
      now={now}
      textPath={`/documents/${documentId}?edition=${edition}&agency=`}
      votes={<VotesCast votes={votes} published={[]} faces={faces} open={false} />}
      moreOn={({ id, signedHash, organization }) => {
        const path = stages.find(({ decisionId }) => decisionId === id)?.stages ?? [];
        return (
          <>
            {path.length > 0 && (
              <details>
                <summary>{`Stages before the decision of ${organization.name} (${path.length})`}</summary>
                <StageList stages={path} timeZone={timeZone} now={now} />
              </details>
            )}
            {signedHash && (
              <p className="quiet small">
                Signed for: <code className="hash">{signedHash}</code>
              </p>
            )}
            <p className="small">
              <a href={`/decisions/${id}`}>
                Open the decision<span className="visually-hidden">{` of ${organization.name}`}</span>
              </a>
            </p>
          </>
        );
      }}
    />
  );
}
