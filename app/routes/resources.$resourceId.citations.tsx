import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { citeResource } from "~/commands/resources/cite-resource.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { citationForm } from "~/queries/resources/resource-page.server";
import { ButtonLink } from "~/ui/button";
import { ChooseClause } from "~/ui/choose-clause";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Choose a clause - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const documentId = new URL(request.url).searchParams.get("documentId") ?? "";
  return found(await citationForm(await personOf(request), { resourceId: params.resourceId ?? "", documentId }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await citeResource(actor, { ...values, resourceId: params.resourceId ?? "" }), values, ({ resourceId }) => seeOther(`/resources/${resourceId}#clauses`));
}

export default function Citations() {
  const { resource, choice } = useLoaderData<typeof loader>();
  const path = `/resources/${resource.id}`;
  return (
    <>
      <PageHead title="Which clause relies on it?" above={<a href={path}>{resource.name}</a>} lead="When the resource closes, who keeps the document is told." />
      <ChooseClause
        choice={choice}
        action={`${path}/citations`}
        button="This clause cites it"
        because="A clause of an edition cites a resource, because its text no longer moves."
        back={<ButtonLink look="secondary" href={path}>Back to the resource</ButtonLink>}
        refused={useActionData<typeof action>()}
      />
    </>
  );
}
