import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signAgreement } from "~/commands/evaluation/sign-agreement.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { agreementForm } from "~/queries/evaluation/data-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Record a data-sharing agreement - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await agreementForm(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["measureIds"] });
  return answer(await signAgreement(actor, values), values, ({ agreementId }) => seeOther(`/evaluation/agreements/${agreementId}`));
}

export default function RecordAgreement() {
  const { measures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = (name: string) => ({ name, defaultValue: typed(refused, name), error: errorAt(refused, name), required: true });
  return (
    <>
      <PageHead title="Record a data-sharing agreement" above={<a href="/evaluation/data">Data</a>} lead="What is recorded here is enforced: after its last day nothing comes in, and a file with another column or measure is refused." />
      <form method="post" action="/evaluation/agreements/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Title or number" {...at("title")} />
        <TextArea label="Parties" rows={2} {...at("parties")} />
        <TextArea label="Purpose" rows={3} {...at("purpose")} hint="What the totals may be used for, and what not." />
        <TextArea label="Columns that may be shared" rows={5} {...at("fields")} hint="One on a line, as they are called in the files: month, agency, measure, race, group, numerator, denominator." />
        <Choices label="Measures that may be shared" several {...at("measureIds")} defaultValue={chosen(refused, "measureIds")} hint={measures.length === 0 ? "No measure is defined yet. Define one first." : undefined} choices={measures.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextArea label="How long the totals are kept" rows={2} {...at("retention")} />
        <TextArea label="What may be published" rows={3} {...at("publication")} hint="And who sees it first, for how long." />
        <Field label="First day" type="date" {...at("validFrom")} />
        <Field label="Last day" type="date" {...at("expiresOn")} />
        <div className="row">
          <Button>Record the agreement</Button>
          <ButtonLink look="secondary" href="/evaluation/data">Back to the data</ButtonLink>
        </div>
      </form>
    </>
  );
}
