import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openRound } from "~/commands/voting/open-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { openingForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { kindMeanings, kindNames, decidingKinds } from "~/domain/voting/kinds";
import { Choices, Field, Select } from "~/ui/field";
import { formatWhen } from "~/domain/programs/format-when";
import { KeyFacts } from "~/ui/key-facts";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { BallotWishes } from "~/ui/question-form";
import { UndecidedNotice } from "~/ui/undecided-notice";
import { VotingMeetingNotice } from "~/ui/voting-meeting";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Open the vote - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await openingForm(await personOf(request), { proposalId: params.proposalId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await openRound(actor, { ...values, proposalId: params.proposalId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function OpenTheVote() {
  const { proposal, nextRound, timeZone, now, closesAt, localClosesAt, charterVersion, votingDays, groups, secrecy, rules, undecided, power, meetings, votingMeeting, mayCall } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const mayOpenNow = power.ok && (!votingMeeting || votingMeeting.now !== null);
  return (
    <>
      <PageHead
        title="Open the vote"
        above={<a href={`/proposals/${proposal.id}`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>}
        lead="The text freezes. From then on nobody can change it, the rules or the roll; an edit would void the vote and start a new round."
      />
      <UndecidedNotice undecided={undecided} toDo="open the vote" />
      <form method="post" action={`/proposals/${proposal.id}/rounds`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {!power.ok && <NoticeLine kind="warning">{power.reason}</NoticeLine>}
        {votingMeeting && <VotingMeetingNotice meeting={votingMeeting} timeZone={timeZone} now={now} mayCall={mayCall} />}
        <KeyFacts
          facts={[
            { term: "Round", fact: nextRound },
            { term: "Rules", fact: `Charter version ${charterVersion}` },
            ...groups.map(({ name, seats }) => ({ term: name, fact: `${seats} ${seats === 1 ? "seat votes" : "seats vote"}` })),
          ]}
        />
        <Choices
          label="How the vote decides"
          name="kind"
          required
          defaultValue={typed(refused, "kind", "consent")}
          error={errorAt(refused, "kind")}
          choices={decidingKinds.map((kind) => ({ value: kind, label: kindNames[kind], explanation: kindMeanings[kind] }))}
        />
        <Field
          label="The vote closes"
          name="closesAt"
          type="datetime-local"
          hint={votingMeeting ? "It closes when the meeting ends, unless you choose an earlier time." : `The charter's ${votingDays} days end ${formatWhen(closesAt, timeZone, now)}. The time is the program's own.`}
          defaultValue={typed(refused, "closesAt", votingMeeting ? "" : localClosesAt)}
          error={errorAt(refused, "closesAt")}
        />
        {meetings.length > 0 && (
          <Select
            label="Inside which meeting"
            name="meetingId"
            required={votingMeeting !== null}
            hint={votingMeeting ? "An open-meetings law applies: the vote opens and closes inside a meeting that was noticed." : "Leave it empty for a vote outside meetings."}
            defaultValue={typed(refused, "meetingId", votingMeeting ? (meetings[0]?.id ?? "") : "")}
            error={errorAt(refused, "meetingId")}
            options={[{ value: "", label: "None" }, ...meetings.map(({ id, title, endsAt }) => ({ value: id, label: `${title}, until ${formatWhen(endsAt, timeZone)}` }))]}
          />
        )}
        <BallotWishes refused={refused} start={rules} secrecy={secrecy} objects />
        <div className="row">
          {mayOpenNow && <Button>Open the vote</Button>}
          <ButtonLink look="secondary" href={`/proposals/${proposal.id}`}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
