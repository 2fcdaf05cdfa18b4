import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { standardList } from "~/queries/crosswalk/standard-list.server";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { StandardList } from "~/ui/standard-list";

export const meta: MetaFunction = () => [{ title: "Crosswalk - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await standardList(await personOf(request), null));
}

export default function Standards() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Crosswalk"
        above={<a href="/documents">Documents</a>}
        lead="What others ask of the program, and the clauses that answer. A gap has no clause; a stale proof names words that have changed since, or that nobody has looked at for a year."
        actions={list.mayWrite && list.standards.length > 0 && <ButtonLink href="/standards/new">Add a standard</ButtonLink>}
      />
      <StandardList {...list} />
    </>
  );
}
