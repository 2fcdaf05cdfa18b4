import type { ShownThreads } from "~/editor/comments/shown-thread";
import { Button } from "./button";
import { Field, Select, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

type Clauses = readonly { id: string; label: string }[];

const calling = "Write @ and a name to call somebody, or @ and a group to call all of it.";

/** Begins a thread on a clause, or on words of it. */
export function BeginForm({ draftId, clauses, refused }: { draftId: string; clauses: Clauses; refused?: RefusedForm }) {
  return (
    <form method="post" action={`/drafts/${draftId}/threads`} className="form" noValidate>
      <ClauseAndWords clauses={clauses} refused={refused} />
      <TextArea label="Your comment" name="body" required rows={4} hint={calling} defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} />
      <Button>Send comment</Button>
    </form>
  );
}

/** Answers in a thread. */
export function ReplyForm({ threadId, refused }: { threadId: string; refused?: RefusedForm }) {
  return (
    <form method="post" action={`/threads/${threadId}/comments`} className="form" noValidate>
      <TextArea id={`reply-${threadId}`} label="Your reply" name="body" required rows={3} hint={calling} defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} />
      <Button look="secondary">Reply</Button>
    </form>
  );
}

/** Gives a thread whose text was removed a new place. */
export function PlaceForm({ threadId, clauses, refused }: { threadId: string; clauses: Clauses; refused?: RefusedForm }) {
  return (
    <form method="post" action={`/threads/${threadId}/place`} className="form" noValidate>
      <ClauseAndWords clauses={clauses} refused={refused} of={threadId} />
      <Button look="secondary">Put it here</Button>
    </form>
  );
}

/** Gives a thread to somebody to deal with. */
export function AssignForm({ threadId, people, personId }: { threadId: string; people: ShownThreads["people"]; personId: string }) {
  const options = [{ value: "", label: "Nobody in particular" }, ...people.filter(({ writes }) => writes).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <form method="post" action={`/threads/${threadId}/assignment`} className="comment-inline-form">
      <Select id={`assign-${threadId}`} label="To deal with it" name="personId" options={options} defaultValue={personId} />
      <Button look="secondary">Ask this person</Button>
    </form>
  );
}

function ClauseAndWords({ clauses, refused, of = "" }: { clauses: Clauses; refused?: RefusedForm; of?: string }) {
  const id = (name: string) => (of ? `${name}-${of}` : name);
  return (
    <>
      <Select id={id("clauseId")} label="Clause" name="clauseId" required options={clauses.map(({ id: value, label }) => ({ value, label }))} defaultValue={typed(refused, "clauseId")} error={errorAt(refused, "clauseId")} />
      <Field id={id("quote")} label="The words it is about" name="quote" hint="Copied from the clause. Leave this empty for the whole clause." defaultValue={typed(refused, "quote")} error={errorAt(refused, "quote")} />
    </>
  );
}
