import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { agreementPage } from "~/queries/evaluation/data-pages.server";
import { Day } from "~/ui/dates";
import { KeyFacts } from "~/ui/key-facts";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.agreement.title ?? "Agreement"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await agreementPage(await personOf(request), { agreementId: params.agreementId ?? "" }), request);
}

export default function Agreement() {
  const { agreement, measures, fault } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={agreement.title} above={<a href="/evaluation/data">Data</a>} lead={agreement.purpose} />
      {fault && <NoticeLine kind="warning">{fault}</NoticeLine>}
      <KeyFacts
        facts={[
          { term: "Parties", fact: agreement.parties },
          { term: "Holds", fact: <><Day at={agreement.validFrom} timeZone="UTC" />{" to "}<Day at={agreement.expiresOn} timeZone="UTC" /></> },
          { term: "Columns", fact: agreement.fields.join(", ") },
          { term: "Measures", fact: <ul className="plain" role="list">{measures.map(({ id, name }) => <li key={id}><a href={`/evaluation/measures/${id}`}>{name}</a></li>)}</ul> },
          { term: "Kept", fact: agreement.retention },
          { term: "Published", fact: agreement.publication },
          { term: "Recorded by", fact: `${agreement.createdBy.name}, ${agreement.createdBy.organization.name}` },
        ]}
      />
    </>
  );
}
