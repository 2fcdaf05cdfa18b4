import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { restoreVersion } from "~/commands/drafting/restore-version.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";
import { restorationPage } from "~/queries/drafting/draft-versions.server";
import type { RefusedForm } from "~/ui/refused-form";
import { RestorationPage } from "~/ui/restoration-page";

export const meta: MetaFunction = () => [{ title: "Restore a version - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await restorationPage(await personOf(request), params.versionId ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  return answer(await restoreVersion(person, { ...values, versionId: params.versionId ?? "" }), values, () => seeOther(safeRedirect(next)));
}

export default function Restoration() {
  const answered = useActionData<RefusedForm>();
  return <RestorationPage {...useLoaderData<typeof loader>()} refused={answered?.refusal.reason} />;
}
