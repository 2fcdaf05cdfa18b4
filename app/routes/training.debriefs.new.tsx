import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeDebrief } from "~/commands/training/write-debrief.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { debriefFormPage } from "~/queries/training/debrief-pages.server";
import { Button } from "~/ui/button";
import { DebriefFields } from "~/ui/debrief-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Write a debrief - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { organization } = found(await debriefFormPage(await personOf(request), null), request);
  return { organization };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeDebrief(actor, values), values, () => seeOther("/training/debriefs"));
}

export default function NewDebrief() {
  const { organization } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Write a debrief" above={<a href="/training/debriefs">Debriefs</a>} lead={`Two minutes after a shift. Only ${organization} reads it; the month is kept, not the day. What was done counts, not who did it.`} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <DebriefFields refused={refused} />
        <Button>Keep the debrief</Button>
      </form>
    </>
  );
}
