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
  /** The holder of the seat, when the reader is only their alternate. */
  standsInFor: string | null;
  holderHasVoted: boolean;
  recusedReason: string | null;
  mayMarkSafety: boolean;
  vote: { choice: Choice; reason: string; castAt: Moment; receipt: string; castBy: "holder" | "alternate" | "behalf"; castByName: string; safety: boolean } | null;
};

export type BallotProps = { ballot: BallotFacts; question: string; timeZone: string; now: Moment; refused?: RefusedForm };

/** The ballot: the question, three choices with what each means here, the reason; after it the receipt, and the ballot again to change one's mind. */
export function Ballot(props: BallotProps) {
  const { ballot, timeZone, now, refused } = props;
  if (ballot.recusedReason !== null) return <Recused ballot={ballot} />;
  if (ballot.standsInFor && ballot.holderHasVoted)
    return <p className="quiet">{`You are the alternate for ${ballot.standsInFor}, who has voted. An alternate votes only when the holder has not.`}</p>;
  if (!ballot.vote)
    return (
      <>
        {ballot.standsInFor && <NoticeLine>{`You are the alternate for ${ballot.standsInFor}, who has not voted yet. If they vote after you, their vote counts.`}</NoticeLine>}
        <BallotForm {...props} button="Cast vote" />
        <StepBack ballot={ballot} />
      </>
    );
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
      <StepBack ballot={ballot} />
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
      {ballot.mayMarkSafety && (
        <Choices
          label="Is it about safety?"
          name="safety"
          several
          defaultValue={vote?.safety ? "yes" : typed(refused, "safety")}
          error={errorAt(refused, "safety")}
          choices={[{ value: "yes", label: "Somebody would come to harm", explanation: "Only with an objection. If the change would carry all the same, its text is revised first, once, and there is a second vote." }]}
        />
      )}
      <TextArea label="Your reason" name="reason" required={reasons === "required"} hint={hints[reasons]} defaultValue={typed(refused, "reason", vote?.reason ?? "")} error={errorAt(refused, "reason")} />
      <Button>{button}</Button>
    </form>
  );
}

function StepBack({ ballot: { roundId, standsInFor } }: Pick<BallotProps, "ballot">) {
  if (standsInFor) return null;
  return (
    <p className="quiet">
      A conflict of interest? <a href={`/rounds/${roundId}/recusal`}>Step back from this vote</a>
    </p>
  );
}

function Recused({ ballot: { roundId, recusedReason, standsInFor } }: Pick<BallotProps, "ballot">) {
  if (standsInFor) return <p className="quiet">{`${standsInFor} has stepped back from this vote, so this seat does not take part in it.`}</p>;
  return (
    <>
      <NoticeLine title="You have stepped back from this vote.">
        Your seat does not count in it. The record says: <span className="said">{recusedReason}</span>
      </NoticeLine>
      <form method="post" action={`/rounds/${roundId}/participation`}>
        <Button look="quiet">Take part after all</Button>
      </form>
    </>
  );
}

function Receipt({ vote, timeZone, now }: { vote: NonNullable<BallotFacts["vote"]>; timeZone: string; now: Moment }) {
  return (
    <div id="receipt" className="receipt">
      {vote.castBy === "behalf" ? (
        <NoticeLine kind="warning" title={`${vote.castByName} recorded this vote for you, as you said it on the phone.`}>
          If it is not what you said, change it here before the vote closes.
        </NoticeLine>
      ) : (
        <NoticeLine kind="success" title={vote.castBy === "alternate" ? `The vote of this seat was cast by its alternate, ${vote.castByName}.` : "Your vote is in."}>
          {vote.castBy === "alternate" ? "The vote of the holder counts instead, when it comes." : "You can change it until the vote closes."}
        </NoticeLine>
      )}
      <KeyFacts
        facts={[
          { term: "Your vote", fact: vote.safety ? `${choiceNames[vote.choice]}, for safety` : choiceNames[vote.choice] },
          ...(vote.reason ? [{ term: "Your reason", fact: <span className="said">{vote.reason}</span> }] : []),
          { term: "Cast", fact: <When at={vote.castAt} timeZone={timeZone} now={now} /> },
          { term: "Receipt", fact: <code className="hash">{vote.receipt}</code> },
        ]}
      />
    </div>
  );
}
