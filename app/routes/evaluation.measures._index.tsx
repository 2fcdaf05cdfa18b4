import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { measureList } from "~/queries/evaluation/measure-list.server";
import { ButtonLink } from "~/ui/button";
import { MeasureList } from "~/ui/measure-list";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Measures - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await measureList(await personOf(request), null), request);
}

export default function Measures() {
  const { measures, mayWrite, notAdded } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Measures"
        above={<a href="/evaluation">Evaluation</a>}
        lead="What the program counts, over what, and from where. A changed definition is a new version; the one before is kept."
        actions={mayWrite && measures.length > 0 && <ButtonLink href="/evaluation/measures/new">Define a measure</ButtonLink>}
      />
      <MeasureList measures={measures} mayWrite={mayWrite} notAdded={notAdded} />
    </>
  );
}
