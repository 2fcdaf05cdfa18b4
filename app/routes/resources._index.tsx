import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { resourceList } from "~/queries/resources/resource-list.server";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { ResourceList } from "~/ui/resource-list";

export const meta: MetaFunction = () => [{ title: "Resources - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return found(await resourceList(await personOf(request), { kind: asked.get("kind") ?? "", after: asked.get("after")?.slice(0, 200) ?? "" }));
}

export default function Resources() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Resources"
        above={<a href="/documents">Documents</a>}
        lead="The centers, lines, hospitals and agreements that clauses rely on. When one closes, every clause that cites it waits for somebody to look."
        actions={list.mayWrite && <ButtonLink href="/resources/new">Add a resource</ButtonLink>}
      />
      <ResourceList {...list} />
    </>
  );
}
