import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { membersPage } from "~/queries/programs/members-page.server";
import { ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { MembersGroup } from "~/ui/members-group";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction = () => [{ title: "Members - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return found(await membersPage(await personOf(request), { organizationId: asked.get("organization") ?? "", after: asked.get("after") ?? "" }));
}

export default function Members() {
  const { program, groups, invitations, rights, now } = useLoaderData<typeof loader>();
  const steps = [
    { may: rights.invite, href: "/invitations", label: "Invite a person" },
    { may: rights.addSeat, href: "/seats", label: "Add a seat" },
    { may: rights.addOrganization, href: "/organizations", label: "Add an organization" },
    { may: rights.addGroup, href: "/groups/new", label: "Add a group" },
  ].filter(({ may }) => may);
  return (
    <>
      <ProgramNav current="/members" />
      <PageHead
        title="Members"
        lead={
          <>
            {`The groups that own ${program.name} together, their seats, and their people. How they decide is in the `}
            <a href="/charter">charter</a>.
          </>
        }
        actions={steps.map(({ href, label }, place) => (
          <ButtonLink key={href} href={href} look={place === 0 ? "primary" : "secondary"}>
            {label}
          </ButtonLink>
        ))}
      />
      {invitations.length > 0 && (
        <section className="section" aria-labelledby="invited">
          <SectionHead title="Invited, not here yet" id="invited" />
          <ul className="lines" role="list">
            {invitations.map(({ id, name, email, organization, expiresAt }) => (
              <li key={id}>
                {name}, {email}, for {organization}.{" "}
                <span className="quiet">
                  The link runs out <When at={expiresAt} timeZone={program.timeZone} now={now} />.
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => (
        <MembersGroup key={group.id} group={group} timeZone={program.timeZone} rights={rights} />
      ))}
    </>
  );
}
