import { longestComment } from "~/domain/public-comment/comment-form";
import { Button, ButtonLink } from "./button";
import type { RoundInPublic } from "./comment-round-in-public";
import { When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Choices, Field, Select, TextArea } from "./field";
import { NoticeLine } from "./notice-line";
import { PageHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Props = { round: RoundInPublic; clauses: readonly { id: string; number: string; title: string }[]; clauseId: string; now: Date | string; refused?: RefusedForm };

/** A comment without an account: what it becomes, what must not be in it, and the words. */
export function PublicCommentForm({ round, clauses, clauseId, now, refused }: Props) {
  const here = `/library/comment-rounds/${round.id}`;
  const doubt = errorAt(refused, "checked");
  if (round.phase !== "open")
    return (
      <>
        <PageHead title="No comments are taken now" above={<a href={here}>{round.proposal?.title ?? round.document.title}</a>} lead={refused?.refusal.reason ?? (round.phase === "announced" ? "This round has not begun yet." : "This round has ended. Its comments and answers stay to be read.")} />
        <p><a href={here}>Read the text and the answers</a></p>
      </>
    );
  return (
    <>
      <PageHead
        title="Write a comment"
        above={<a href={here}>{round.proposal?.title ?? round.document.title}</a>}
        lead={<>You need no account. Your comment is shown in public as you write it, and it gets an answer. You may write until <When at={round.closesAt} timeZone={round.timeZone} now={now} />.</>}
      />
      <NoticeLine kind="warning" title="Name no person and no single incident.">
        Leave out names, addresses, phone numbers, and the numbers or days of cases. If you need help now, call or text 988. This page is not read around the clock. To complain about an officer, turn to the agency itself.
      </NoticeLine>
      <form method="post" action={`${here}/comments`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select
          label="What is it about?"
          name="clauseId"
          required
          defaultValue={typed(refused, "clauseId", clauseId)}
          error={errorAt(refused, "clauseId")}
          options={[{ value: "", label: "The whole text" }, ...clauses.map(({ id, number, title }) => ({ value: id, label: `Clause ${number} ${title}`.trim() }))]}
        />
        <TextArea label="Your comment" name="body" required rows={8} defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} hint={`Plain words, at most ${longestComment.toLocaleString("en-US")} characters.`} />
        <Field label="Your name, as it should be shown" name="name" autoComplete="name" defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} hint="Leave it empty to stay unnamed. We keep nothing else about you, and no record of where you write from." />
        {doubt && <Choices label="Is this about a person or an incident?" name="checked" several error={doubt} choices={[{ value: "yes", label: "No, it is nothing of the kind", explanation: "Send it as it is." }]} />}
        <div className="row">
          <Button>Send the comment</Button>
          <ButtonLink look="secondary" href={here}>Back to the text</ButtonLink>
        </div>
      </form>
    </>
  );
}
