import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describeResource } from "~/commands/resources/add-resource.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { resourceForm } from "~/queries/resources/resource-page.server";
import { PageHead } from "~/ui/page-head";
import { ResourceForm } from "~/ui/resource-form";

export const meta: MetaFunction = () => [{ title: "Change a resource - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { resource } = found(await resourceForm(await personOf(request), { resourceId: params.resourceId ?? "" }));
  if (!resource) throw new Response("There is no such page, or it is not open to you.", { status: 404 });
  return { resource };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await describeResource(actor, { ...values, resourceId: params.resourceId ?? "" }), values, ({ resourceId }) => seeOther(`/resources/${resourceId}`));
}

export default function Description() {
  const { resource } = useLoaderData<typeof loader>();
  const path = `/resources/${resource.id}`;
  return (
    <>
      <PageHead title="Change what is written here" above={<a href={path}>{resource.name}</a>} />
      <ResourceForm action={`${path}/description`} button="Save the changes" back={path} resource={resource} refused={useActionData<typeof action>()} />
    </>
  );
}
