import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { editionComparison } from "~/queries/documents/edition-comparison.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";
import { Comparison } from "~/ui/comparison";

export const meta: MetaFunction = () => [{ title: "Compare two editions - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const edition = (name: string) => (/^[1-9]\d{0,5}$/.test(searchParams.get(name) ?? "") ? Number(searchParams.get(name)) : null);
  const compared = found(await editionComparison(await personOf(request), { documentId: params.documentId ?? "", from: edition("from"), to: edition("to") }));
  return { ...compared, reading: searchParams.get("reading") === "side" ? ("side" as const) : ("inline" as const) };
}

export default function Compare() {
  const { document, editions, from, to, changes, reading } = useLoaderData<typeof loader>();
  const options = editions.map((number) => ({ value: String(number), label: `Edition ${number}` }));
  return (
    <>
      <PageHead title="Compare two editions" above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>} />
      {editions.length < 2 ? (
        <EmptyState title="There is only one edition so far.">
          <p>Once a change is adopted, its edition can be compared with this one.</p>
        </EmptyState>
      ) : (
        <>
          <form method="get" action={`/documents/${document.id}/compare`} className="filters">
            <Select label="From" name="from" required defaultValue={String(from ?? "")} options={options} />
            <Select label="To" name="to" required defaultValue={String(to ?? "")} options={options} />
            <Select label="Shown" name="reading" required defaultValue={reading} options={[{ value: "inline", label: "In one text" }, { value: "side", label: "Side by side" }]} />
            <Button look="secondary">Compare</Button>
          </form>
          {changes ? (
            <>
              <SectionHead title={`From edition ${from} to edition ${to}`} />
              <Comparison changes={changes} reading={reading} names={{ before: `Edition ${from}`, after: `Edition ${to}` }} />
            </>
          ) : (
            <p className="quiet">Choose two editions to compare.</p>
          )}
        </>
      )}
    </>
  );
}
