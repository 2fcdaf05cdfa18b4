import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { PageHead } from "./page-head";
import { errorsOf, type RefusedForm } from "./refused-form";

type FindingFormProps = {
  finding: { id: string; content: { question: string } };
  title: string;
  lead?: string;
  /** The last part of the address that the form is sent to. */
  to: string;
  button: ReactNode;
  refused: RefusedForm | undefined;
  children: ReactNode;
};

/** One step in the life of a finding: what it means, what it needs, and the way back. */
export function FindingForm({ finding, title, lead, to, button, refused, children }: FindingFormProps) {
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title={title} above={<a href={path}>{finding.content.question}</a>} {...(lead ? { lead } : {})} />
      <form method="post" action={`${path}/${to}`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {children}
        <div className="row">
          {button}
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
