import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { governMail } from "~/commands/notices/govern-mail.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { programMail } from "~/queries/notices/notice-choice.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "What mail may carry - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await programMail(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const values = await formOf(request);
  return answer(await governMail(await personOf(request), values), values, () => seeOther("/notices/settings"));
}

export default function ProgramMail() {
  const { titlesOnly } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="What mail may carry" above={<a href="/notices/settings">How you are told</a>} lead="Mail passes through servers that are not yours. This holds for everybody in the program." />
      <form method="post" action="/notices/program" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices
          label="A mail says"
          name="titlesOnly"
          required
          defaultValue={typed(refused, "titlesOnly", titlesOnly ? "yes" : "no")}
          error={errorAt(refused, "titlesOnly")}
          choices={[
            { value: "no", label: "What happened, in words", explanation: "Each person may still choose titles only." },
            { value: "yes", label: "Titles and a link only", explanation: "No word of a policy, a comment or a reason leaves Concord by mail." },
          ]}
        />
        <Button>Save</Button>
      </form>
    </>
  );
}
