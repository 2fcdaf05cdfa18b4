import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { termPage } from "~/queries/glossary/term-page.server";
import { TermPage } from "~/ui/term-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.term.name} - Glossary - Concord` : "Glossary - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await termPage(await personOf(request), { termId: params.termId ?? "" }));
}

export default function Term() {
  return <TermPage {...useLoaderData<typeof loader>()} />;
}
