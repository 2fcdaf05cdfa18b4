import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { documentChain } from "~/queries/documents/document-chain.server";
import { DocumentChainPage } from "~/ui/document-chain-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `${data.document.number}, from clause to measure` : "From clause to measure"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await documentChain(await personOf(request), { documentId: params.documentId ?? "" }), request);
}

export default function Chain() {
  return <DocumentChainPage {...useLoaderData<typeof loader>()} />;
}
