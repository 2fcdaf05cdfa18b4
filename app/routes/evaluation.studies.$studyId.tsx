import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeStudy } from "~/commands/studies/write-study.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { studyForm } from "~/queries/studies/study-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";
import { StudyFields } from "~/ui/study-fields";

export const meta: MetaFunction = () => [{ title: "Change a study - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await studyForm(await personOf(request), { studyId: params.studyId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeStudy(actor, { ...values, studyId: params.studyId ?? "" }), values, ({ studyId }) => seeOther(`/evaluation/studies#study-${studyId}`));
}

export default function ChangeStudy() {
  const { study } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Change a study" above={<a href="/evaluation/studies">Studies of the field</a>} lead="Nothing is listed without its source." />
      <form method="post" action={`/evaluation/studies/${study.id}`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <StudyFields refused={refused} study={study} />
        <div className="row">
          <Button>Save</Button>
        </div>
      </form>
    </>
  );
}
