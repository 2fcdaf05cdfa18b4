import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addGroup } from "~/commands/programs/add-group.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { groupForm } from "~/queries/programs/group-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { GroupMark } from "~/ui/group-mark";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add a group - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { groups, faces } = found(await groupForm(await personOf(request), null));
  return { groups, faces };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addGroup(actor, values), values, ({ groupId }) => seeOther(`/groups/${groupId}`));
}

export default function AddGroup() {
  const { groups, faces } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a group" above={<a href="/groups">Groups</a>} lead="A stakeholder group has its own seats, its own line in every count, and may be named in the charter." />
      <form method="post" action="/groups/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Name" name="name" required defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} hint="Such as Courts and prosecutors." />
        <Field label="Short name" name="shortName" required defaultValue={typed(refused, "shortName")} error={errorAt(refused, "shortName")} hint="One or two words, shown beside its mark." />
        <Choices
          label="Shape and colour"
          name="face"
          required
          defaultValue={typed(refused, "face", faces[0]?.name)}
          error={errorAt(refused, "face")}
          choices={faces.map(({ name, shape, colour }) => ({ value: name, label: `${colour[0]?.toUpperCase()}${colour.slice(1)} ${shape}`, explanation: <GroupMark group={{ shape, colour, name, shortName: "as it will look" }} /> }))}
        />
        <div className="row">
          <Button>Add the group</Button>
          <ButtonLink look="secondary" href="/groups">Back to the groups</ButtonLink>
        </div>
      </form>
      <section className="section" aria-labelledby="groups-now">
        <h2 id="groups-now">Groups of the program now</h2>
        <ul className="lines" role="list">
          {groups.map((group) => (
            <li key={group.id}>
              <GroupMark group={group} full />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
