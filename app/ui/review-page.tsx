import { reviewInWords, reviewMonths, type Review } from "~/domain/review/cycle";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { Field, TextArea } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

export type ReviewPageProps = {
  document: { id: string; number: string; title: string; months: number };
  review: Review | null;
  reviews: { id: string; day: string; note: string; name: string; organization: string }[];
  mayReview: boolean;
  refused?: RefusedForm;
  refusedMonths?: RefusedForm;
};

/** How long it is until a text is looked at again, and the day. */
export function ReviewDue({ review }: { review: Pick<Review, "daysLeft" | "due" | "expired" | "soon"> }) {
  return (
    <>
      {review.soon ? <span className={review.expired ? "overdue" : undefined}>{`${reviewInWords(review)}, `}</span> : "Next review by "}
      <Day at={review.due} timeZone="UTC" />
    </>
  );
}

/** When a document was looked at, and when it is due again. */
export function ReviewPage({ document, review, reviews, mayReview, refused, refusedMonths }: ReviewPageProps) {
  return (
    <>
      <PageHead title="Review" above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>} lead={review ? <ReviewDue review={review} /> : "No agency has adopted this document yet. Its first review is counted from that day."} />
      {mayReview && review && (
        <form method="post" action={`/documents/${document.id}/review?index`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <TextArea label="What was looked at, and why is it still right?" name="note" required defaultValue={typed(refused, "note")} error={errorAt(refused, "note")} />
          <div className="row">
            <Button>It is still right</Button>
            <ButtonLink look="secondary" href={`/proposals/new?document=${document.id}`}>Propose a change instead</ButtonLink>
          </div>
        </form>
      )}
      <section aria-labelledby="reviews" className="section">
        <SectionHead id="reviews" title="Reviews so far" />
        {reviews.length === 0 ? (
          <EmptyState title="None yet.">
            <p>Adopting a new edition counts as a review too.</p>
          </EmptyState>
        ) : (
          <ul className="lines" role="list">
            {reviews.map(({ id, day, note, name, organization }) => (
              <li key={id}>
                <p className="needs-what">
                  <Day at={day} timeZone="UTC" />
                  {`, ${name}, ${organization}`}
                </p>
                <p className="needs-why prose">{note}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      {mayReview && (
        <form method="post" action={`/documents/${document.id}/review/interval`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refusedMonths)} />
          <Field label="Months between two reviews" name="months" required inputMode="numeric" hint={`From ${reviewMonths.least} to ${reviewMonths.most}.`} defaultValue={typed(refusedMonths, "months", String(document.months))} error={errorAt(refusedMonths, "months")} />
          <Button look="secondary">Save the months</Button>
        </form>
      )}
    </>
  );
}
