import { choiceNames } from "~/domain/voting/choices";
import type { Choice } from "~/domain/voting/count";
import { Button } from "./button";
import { When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Choices, TextArea } from "./field";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Moment = Date | string;

export type BallotFacts = {
  roundId: string;
  requestId: string;
  seatTitle: string;
  groupName: string;
  organizationName: string;
  meanings: Record<Choice, string>;
  reasons: "optional" | "required" | "required-to-object";
  vote: { choice: Choice; reason: string; castAt: Moment; receipt: string } | null;
};

export type BallotProps = { ballot: BallotFacts; question: string; timeZone: string; now: Moment; refused?: RefusedForm };

/** The ballot: the question, three choices with what each means here, the reason; after it the receipt, and the ballot again to change one's mind. */
export function Ballot(props: BallotProps) {
  const { ballot, timeZone, now, refused } = props;
  if (!ballot.vote) return <BallotForm {...props} button="Cast vote" />;
  return (
    <>
      <Receipt vote={ballot.vote} timeZone={timeZone} now={now} />
      <details open={refused !== undefined}>
        <summary>Change your vote</summary>
        <BallotForm {...props} button="Change vote" />
        <form method="post" action={`/rounds/${ballot.roundId}/withdrawal`}>
          <input type="hidden" name="requestId" value={ballot.requestId} />
          <Button look="quiet">Take your vote back</Button>
        </form>
      </details>
    </>
  );
}

const order = ["consent", "object", "abstain"] as const;
const hints = {
  optional: "Others read it with your vote.",
  required: "This charter asks for a reason with every vote. Others read it with your vote.",
  "required-to-object": "Required when you object. Others read it with your vote.",
};

function BallotForm({ ballot, question, refused, button }: BallotProps & { button: string }) {
  const { roundId, requestId, vote, meanings, reasons } = ballot;
  return (
    <form method="post" action={`/rounds/${roundId}/votes`} className="form ballot" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="requestId" value={requestId} />
      <Choices
        label={question}
        name="choice"
        required
        hint={`You vote from ${ballot.seatTitle}, for ${ballot.groupName}. You can change your vote until the vote closes.`}
        defaultValue={typed(refused, "choice", vote?.choice ?? "")}
        error={errorAt(refused, "choice")}
        choices={order.map((choice) => ({ value: choice, label: choiceNames[choice], explanation: meanings[choice] }))}
      />
      <TextArea label="Your reason" name="reason" required={reasons === "required"} hint={hints[reasons]} defaultValue={typed(refused, "reason", vote?.reason ?? "")} error={errorAt(refused, "reason")} />
      <Button>{button}</Button>
    </form>
  );
}

function Receipt({ vote, timeZone, now }: { vote: NonNullable<BallotFacts["vote"]>; timeZone: string; now: Moment }) {
  return (
    <div id="receipt" className="receipt">
      <NoticeLine kind="success" title="Your vote is in.">
        You can change it until the vote closes.
      </NoticeLine>
      <KeyFacts
        facts={[
          { term: "Your vote", fact: choiceNames[vote.choice] },
          ...(vote.reason ? [{ term: "Your reason", fact: <span className="said">{vote.reason}</span> }] : []),
          { term: "Cast", fact: <When at={vote.castAt} timeZone={timeZone} now={now} /> },
          { term: "Receipt", fact: <code className="hash">{vote.receipt}</code> },
        ]}
      />
    </div>
  );
}
