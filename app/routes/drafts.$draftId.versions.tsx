import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nameVersion } from "~/commands/drafting/name-version.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { draftVersions } from "~/queries/drafting/draft-versions.server";
import { sinceRead } from "~/queries/drafting/since-read.server";
import { VersionsPage } from "~/ui/drafting-versions";
import { draftSinceRead } from "~/ui/since-read-of";

export const meta: MetaFunction = () => [{ title: "Versions - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  const draftId = params.draftId ?? "";
  return { page: found(await draftVersions(person, draftId)), reading: draftSinceRead(found(await sinceRead(person, draftId)), `/drafts/${draftId}/versions`) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const values = await formOf(request);
  const draftId = params.draftId ?? "";
  return answer(await nameVersion(person, { ...values, draftId }), values, () => seeOther(`/drafts/${draftId}/versions`));
}

export default function Versions() {
  const { page, reading } = useLoaderData<typeof loader>();
  return <VersionsPage {...page} reading={reading} answered={useActionData<typeof action>()} />;
}
