import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeResource } from "~/commands/resources/close-resource.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { resourcePage } from "~/queries/resources/resource-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Close a resource - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await resourcePage(await personOf(request), { resourceId: params.resourceId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await closeResource(actor, { ...values, resourceId: params.resourceId ?? "" }), values, ({ resourceId }) => seeOther(`/resources/${resourceId}#clauses`));
}

export default function Closing() {
  const { resource, citations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/resources/${resource.id}`;
  return (
    <>
      <PageHead
        title={`Close ${resource.name}?`}
        above={<a href={path}>{resource.name}</a>}
        lead={citations.length === 0 ? "No clause that you may read cites it." : "Who keeps these documents is told, and each clause waits for somebody to look at it."}
      />
      {citations.length > 0 && (
        <ul>
          {citations.map(({ id, document, clauseName }) => (
            <li key={id}>{`${document.number}, ${clauseName}, kept by ${document.keptBy}`}</li>
          ))}
        </ul>
      )}
      <form method="post" action={`${path}/closing`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why, and what is there instead" name="reason" required defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          <Button>Mark it as closed</Button>
          <ButtonLink look="secondary" href={path}>Leave it open</ButtonLink>
        </div>
      </form>
    </>
  );
}
