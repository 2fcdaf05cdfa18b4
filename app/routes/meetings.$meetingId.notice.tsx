import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishNotice } from "~/commands/meetings/publish-notice.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Publish the notice - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, may } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  return { id: meeting.id, title: meeting.title, allowed: may.notice };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await publishNotice(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}`));
}

export default function PublishTheNotice() {
  const { id, title, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Publish the notice" above={<a href={`/meetings/${id}`}>{title}</a>} lead="Every member is told. From then on the agenda stays as it is." />
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
