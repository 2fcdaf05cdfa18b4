import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishNotice } from "~/commands/meetings/publish-notice.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { KeyFacts } from "~/ui/key-facts";
import { Agenda } from "~/ui/meeting-page";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Publish the notice - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, may, agenda, timeZone, now } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  const { id, title, place, startsAt, endsAt } = meeting;
  return { id, title, place, startsAt, endsAt, agenda, timeZone, now, allowed: may.notice };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await publishNotice(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}`));
}

export default function PublishTheNotice() {
  const { id, title, place, startsAt, endsAt, agenda, timeZone, now, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Publish the notice" above={<a href={`/meetings/${id}`}>{title}</a>} lead="Every member is told, and it stands in the public library. From then on the agenda stays as it is.">
        <KeyFacts
          inLine
          facts={[
            { term: "Begins", fact: <When at={startsAt} timeZone={timeZone} now={now} /> },
            { term: "Ends", fact: <When at={endsAt} timeZone={timeZone} /> },
            { term: "Place", fact: place },
          ]}
        />
      </PageHead>
      <section className="section stack" aria-labelledby="agenda">
        <SectionHead title="Agenda" id="agenda" />
        {agenda.length === 0 ? <p>The agenda is not made yet. A notice without one cannot go out.</p> : <Agenda matters={agenda} />}
      </section>
      <form method="post" action={`/meetings/${id}/notice`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <div className="row">
          {allowed && <Button>Publish the notice</Button>}
          <ButtonLink look="secondary" href={`/meetings/${id}`}>Back to the meeting</ButtonLink>
        </div>
      </form>
    </>
  );
}
