import { reasonsToGive } from "~/domain/voting/ballot";
import type { CharterRules } from "~/domain/voting/charter";
import type { Choice } from "~/domain/voting/count";
import { decides, type BallotTerms } from "~/domain/voting/kinds";
import { BallotMarks } from "./ballot-marks";
import { Button } from "./button";
import { When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Choices, TextArea } from "./field";
import { KeyFacts } from "./key-facts";
import { useNonce } from "./nonce";
import { NoticeLine } from "./notice-line";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Moment = Date | string;

export type BallotFacts = {
  roundId: string;
  requestId: string;
  seatTitle: string;
  groupName: string;
  organizationName: string;
  terms: BallotTerms;
  secret: boolean;
  hasVoted: boolean;
  meanings: Record<Choice, string>;
  reasons: CharterRules["reasons"];
  /** The holder of the seat, when the reader is only their alternate. */
  standsInFor: string | null;
  holderHasVoted: boolean;
  recusedReason: string | null;
  mayMarkSafety: boolean;
  vote: { choice: string; said: string; reason: string; castAt: Moment; receipt: string; castBy: "holder" | "alternate" | "behalf"; castByName: string; safety: boolean } | null;
};

export type BallotProps = { ballot: BallotFacts; question: string; timeZone: string; now: Moment; refused?: RefusedForm };

/** The ballot: the question, what may be marked with what it means here, the reason; after it the receipt, and the ballot again to change one's mind. */
export function Ballot(props: BallotProps) {
  const { ballot, timeZone, now, refused } = props;
  if (ballot.recusedReason !== null) return <Recused ballot={ballot} />;
  if (ballot.standsInFor && ballot.secret) return <p className="quiet">{`You are the alternate for ${ballot.standsInFor}. In a secret ballot only the holder of the seat votes.`}</p>;
  if (ballot.standsInFor && ballot.holderHasVoted)
    return <p className="quiet">{`You are the alternate for ${ballot.standsInFor}, who has voted. An alternate votes only when the holder has not.`}</p>;
  if (ballot.secret && ballot.hasVoted)
    return (
      <div id="ballot">
        <NoticeLine kind="success" title="Your ballot is in the box.">
          Nobody can tell which one is yours, so it cannot be changed. When the vote closes, find it by your receipt in the published list.
        </NoticeLine>
      </div>
    );
  if (!ballot.vote)
    return (
      <>
        {ballot.standsInFor && <NoticeLine>{`You are the alternate for ${ballot.standsInFor}, who has not voted yet. If they vote after you, their vote counts.`}</NoticeLine>}
        <BallotForm {...props} button="Cast vote" />
        <StepBack ballot={ballot} />
      </>
    );
  return (
    <div id="ballot">
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
    </div>
  );
}

const hints: Record<Exclude<CharterRules["reasons"], "off">, string> = {
  optional: "Others read it with your vote.",
  required: "This ballot asks for a reason with every vote. Others read it with your vote.",
  "required-to-object": "Required when you object. Others read it with your vote.",
};

const withoutName = "It stands beside the ballot without your name. Do not write who you are.";
const secretHints: typeof hints = {
  optional: withoutName,
  required: `This ballot asks for a reason with every vote. ${withoutName}`,
  "required-to-object": `Required when you object. ${withoutName}`,
};

function BallotForm({ ballot, question, refused, button }: BallotProps & { button: string }) {
  const { roundId, requestId, vote, reasons, secret } = ballot;
  const nonce = useNonce();
  const error = errorAt(refused, "reason");
  return (
    <form id={vote ? undefined : "ballot"} method="post" action={`/rounds/${roundId}/votes`} className="form ballot" noValidate {...(secret ? heldBack(ballot) : {})}>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="requestId" value={requestId} />
      {secret && (
        <NoticeLine kind="info" title="This ballot is secret.">
          It is kept without your name, your seat and the time. Once it is in the box it cannot be changed or taken back.
        </NoticeLine>
      )}
      <BallotMarks ballot={ballot} question={question} refused={refused} />
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
      {reasons !== "off" && (
        <TextArea
          label="Your reason"
          name="reason"
          required={reasons === "required"}
          hint={secret ? secretHints[reasons] : hints[reasons]}
          defaultValue={typed(refused, "reason", vote?.reason ?? "")}
          error={error}
          autoFocus={error !== undefined}
        />
      )}
      <Button>{button}</Button>
      {secret && <script src="/secret-ballot.js" type="module" nonce={nonce} />}
    </form>
  );
}

/** A second sending would tell that somebody chose what needs a reason, so a script does not send a secret ballot that lacks it; and what is typed into it is kept nowhere. */
function heldBack({ terms, reasons }: BallotFacts) {
  return { "data-not-kept": "", "data-reasons-to-give": JSON.stringify(reasonsToGive(terms.kind, reasons)) };
}

function StepBack({ ballot: { roundId, standsInFor, terms } }: Pick<BallotProps, "ballot">) {
  if (standsInFor || !decides(terms.kind)) return null;
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
          { term: "Your vote", fact: vote.safety ? `${vote.said}, for safety` : vote.said },
          ...(vote.reason ? [{ term: "Your reason", fact: <span className="said">{vote.reason}</span> }] : []),
          { term: "Cast", fact: <When at={vote.castAt} timeZone={timeZone} now={now} /> },
          { term: "Receipt", fact: <code className="hash">{vote.receipt}</code> },
        ]}
      />
    </div>
  );
}

/** Shown once, in answer to the ballot itself: no address leads to it. */
export function SecretReceipt({ receipt, path, title }: { receipt: string; path: string; title: string }) {
  return (
    <div id="receipt" className="receipt stack">
      <NoticeLine kind="success" title="Your ballot is in the box.">
        Write this receipt down or print this page now. It is shown this once, and nobody can look it up for you.
      </NoticeLine>
      <p>
        <code className="hash receipt-code">{receipt}</code>
      </p>
      <p className="prose">When the vote closes, all ballots are listed by receipt. Find yours there and check that it says what you chose. Whoever sees your receipt can do so too, so keep it to yourself.</p>
      <p>
        <a href={path}>{`Back to ${title}`}</a>
      </p>
    </div>
  );
}
