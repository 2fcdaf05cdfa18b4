import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { PageHead } from "./page-head";
import { errorsOf, type RefusedForm } from "./refused-form";

type Props = { title: string; of: string; back: string; action: string; lead: string; button: string; refused?: RefusedForm; children?: ReactNode };

/** A small page for one step of a round, with what it needs to know. */
export function RoundStep({ title, of, back, action, lead, button, refused, children }: Props) {
  return (
    <>
      <PageHead title={title} above={<a href={back}>{of}</a>} lead={lead} />
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {children}
        <div className="row">
          <Button>{button}</Button>
          <ButtonLink look="secondary" href={back}>Back</ButtonLink>
        </div>
      </form>
    </>
  );
}
