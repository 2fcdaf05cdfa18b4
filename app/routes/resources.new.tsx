import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addResource } from "~/commands/resources/add-resource.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { resourceForm } from "~/queries/resources/resource-page.server";
import { PageHead } from "~/ui/page-head";
import { ResourceForm } from "~/ui/resource-form";

export const meta: MetaFunction = () => [{ title: "Add a resource - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  found(await resourceForm(await personOf(request), { resourceId: null }));
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addResource(actor, values), values, ({ resourceId }) => seeOther(`/resources/${resourceId}`));
}

export default function NewResource() {
  return (
    <>
      <PageHead title="Add a resource" above={<a href="/resources">Resources</a>} lead="A place, a line, a team or an agreement. Clauses can cite it from then on." />
      <ResourceForm action="/resources/new" button="Add the resource" back="/resources" refused={useActionData<typeof action>()} />
    </>
  );
}
