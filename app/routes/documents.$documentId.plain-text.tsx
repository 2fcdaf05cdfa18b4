import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writePlainText } from "~/commands/plain-texts/write-plain-text.server";
import { plainLanguages } from "~/domain/plain-texts/languages";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { plainTextPage } from "~/queries/plain-texts/plain-text-page.server";
import { PlainTextPage } from "~/ui/plain-text-page";

export const meta: MetaFunction = () => [{ title: "In plain words - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("language");
  const language = plainLanguages.find((known) => known === asked) ?? "en";
  return found(await plainTextPage(await personOf(request), { documentId: params.documentId ?? "", language }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const documentId = params.documentId ?? "";
  return answer(await writePlainText(actor, { ...values, documentId }), values, ({ clauseId }) => seeOther(`/documents/${documentId}/plain-text?language=${values.language}#plain-${clauseId}`));
}

export default function PlainText() {
  return <PlainTextPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
