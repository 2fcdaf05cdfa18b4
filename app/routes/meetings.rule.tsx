import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setMeetingRule } from "~/commands/meetings/set-meeting-rule.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { ruleForm } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Open-meetings law - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { rule: found(await ruleForm(await personOf(request), null)).rule };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setMeetingRule(actor, values), values, () => seeOther("/meetings"));
}

export default function OpenMeetingsLaw() {
  const { rule } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Open-meetings law" above={<a href="/meetings">Meetings</a>} lead="Whether one applies to your program is a question for your counsel. Members can comment online either way; votes that are open keep what they were opened under. With a law, notices of meetings to come are given to the public at once, and their hours begin then." />
      <form method="post" action="/meetings/rule" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices
          label="Does a law on open meetings apply?"
          name="openMeetings"
          required
          defaultValue={typed(refused, "openMeetings", rule.openMeetings ? "yes" : "no")}
          error={errorAt(refused, "openMeetings")}
          choices={[
            { value: "no", label: "No", explanation: "A vote that decides opens when a coordinator opens it." },
            { value: "yes", label: "Yes", explanation: "A vote that decides opens only inside a meeting whose notice was published in time, and closes before it ends. Notices, agendas and outcomes stand in a public log." },
          ]}
        />
        <Field label="Hours of notice" name="noticeHours" type="number" min={1} max={1000} required defaultValue={typed(refused, "noticeHours", String(rule.noticeHours))} error={errorAt(refused, "noticeHours")} />
        <div className="row">
          <Button>Save</Button>
          <ButtonLink look="secondary" href="/meetings">Back to the meetings</ButtonLink>
        </div>
      </form>
    </>
  );
}
