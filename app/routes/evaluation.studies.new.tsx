import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { writeStudy } from "~/commands/studies/write-study.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newStudy } from "~/queries/studies/study-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";
import { StudyFields } from "~/ui/study-fields";

export const meta: MetaFunction = () => [{ title: "List a study - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newStudy(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeStudy(actor, values), values, ({ studyId }) => seeOther(`/evaluation/studies#study-${studyId}`));
}

export default function ListStudy() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="List a study" above={<a href="/evaluation/studies">Studies of the field</a>} lead="Nothing is listed without its source." />
      <form method="post" action="/evaluation/studies/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <StudyFields refused={refused} />
        <div className="row">
          <Button>Save</Button>
        </div>
      </form>
    </>
  );
}
