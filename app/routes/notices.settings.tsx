import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseNotices } from "~/commands/notices/choose-notices.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { noticeChoice } from "~/queries/notices/notice-choice.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "How you are told - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const saved = new URL(request.url).searchParams.has("saved");
  return { ...found(await noticeChoice(await personOf(request), null), request), saved };
}

export async function action({ request }: ActionFunctionArgs) {
  const values = await formOf(request);
  return answer(await chooseNotices(await personOf(request), values), values, () => seeOther("/notices/settings?saved"));
}

export default function NoticeSettings() {
  const { choice, programTitlesOnly, calendarSince, may, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="How you are told" above={<a href="/notices">Notices</a>} lead="Notices always stand in Concord. Choose here what comes by mail besides." />
      <form method="post" action="/notices/settings" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {saved && !refused && <p role="status">Saved. It counts from the next event.</p>}
        <Choices
          label="How often"
          name="rhythm"
          required
          defaultValue={typed(refused, "rhythm", choice.rhythm)}
          error={errorAt(refused, "rhythm")}
          choices={[
            { value: "instant", label: "At once", explanation: "One mail for each event." },
            { value: "daily", label: "Once a day", explanation: "One mail at 8 a.m. Reminders before a vote closes come at once." },
            { value: "weekly", label: "Once a week", explanation: "One mail on Monday at 8 a.m. Reminders before a vote closes come at once." },
            { value: "none", label: "Never", explanation: "No mail at all, not even before a vote closes." },
          ]}
        />
        <Choices
          label="About what"
          name="about"
          required
          defaultValue={typed(refused, "about", choice.about)}
          error={errorAt(refused, "about")}
          choices={[
            { value: "all", label: "Everything you are told" },
            { value: "needed", label: "Only mentions, votes and decisions", explanation: "When somebody calls you by name, when a vote concerns you, and when your decision is asked." },
          ]}
        />
        <Choices
          label="How much a mail says"
          name="titlesOnly"
          required
          defaultValue={typed(refused, "titlesOnly", choice.titlesOnly ? "yes" : "no")}
          error={errorAt(refused, "titlesOnly")}
          hint={programTitlesOnly ? "Your program sends titles and links only, whatever you choose here." : undefined}
          choices={[
            { value: "no", label: "What happened, in words" },
            { value: "yes", label: "Titles and a link only", explanation: "No word of a policy or a comment leaves Concord by mail." },
          ]}
        />
        <div className="row">
          <Button>Save</Button>
          <ButtonLink look="secondary" href="/notices">
            Back to notices
          </ButtonLink>
        </div>
      </form>
      <section className="section" aria-labelledby="calendar">
        <SectionHead title="Your calendar" id="calendar" />
        <p>{calendarSince ? "Your deadlines stand in your own calendar, at an address that only you know." : "Your deadlines can stand in your own calendar."}</p>
        <p>
          <a href="/notices/calendar">{calendarSince ? "Change or end the calendar address" : "Make a calendar address"}</a>
        </p>
      </section>
      {(may.govern || may.readOutbox) && (
        <section className="section" aria-labelledby="program-mail">
          <SectionHead title="Mail of the program" id="program-mail" />
          <ul className="lines" role="list">
            {may.govern && (
              <li>
                <a href="/notices/program">What mail may carry</a>
              </li>
            )}
            {may.readOutbox && (
              <li>
                <a href="/notices/outbox">The outbox</a>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}
