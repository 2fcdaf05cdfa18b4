import { ButtonLink } from "./button";
import { GroupMark, type GroupFace } from "./group-mark";
import { PageHead, SectionHead } from "./page-head";
import { Thread } from "./thread";

export type Front = { program: { name: string; organizations: { name: string; group: GroupFace }[] } | null };

/** What somebody sees who is not signed in. */
export function FrontPage({ front: { program } }: { front: Front }) {
  return (
    <>
      <PageHead
        title={program?.name ?? "Concord"}
        lead="Police agencies, clinicians, advocates and people who have lived through a crisis write these policies together. Every group has a vote that no other can outweigh, and every agency head answers in writing."
        actions={
          <>
            <ButtonLink href="/library">Read the policies in force</ButtonLink>
            <ButtonLink look="secondary" href="/sign-in">
              Sign in
            </ButtonLink>
          </>
        }
      />
      <section className="section" aria-labelledby="way">
        <SectionHead title="The way of every change" id="way" />
        <Thread current="measured" />
      </section>
      {program && (
        <section className="section" aria-labelledby="who">
          <SectionHead title="Who owns the program" id="who" />
          <ul className="lines" role="list">
            {program.organizations.map(({ name, group }) => (
              <li key={name} className="needs-line">
                <p>{name}</p>
                <GroupMark group={group} full />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
