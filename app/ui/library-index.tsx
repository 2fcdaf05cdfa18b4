import { Button } from "./button";
import { CommentRoundLines, type CommentRoundLine } from "./comment-round-lines";
import { Day, When } from "./dates";
import { EmptyState } from "./empty-state";
import { Field } from "./field";
import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;
type Shelved = { id: string; number: string; title: string; topic: string; agencies: readonly { agency: string; edition: number; since: Moment }[] };

export type LibraryIndexProps = {
  documents: readonly Shelved[];
  clock: readonly { id: string; dueAt: Moment; organization: { name: string }; document: { number: string; title: string; program: { timeZone: string } }; proposal: { number: number; title: string } | null }[];
  plans: readonly { id: string; version: number; frozenAt: Moment; document: { number: string; title: string; program: { timeZone: string } } }[];
  commentRounds: readonly CommentRoundLine[];
  now: Moment;
  search: string;
  order: "topic" | "number";
};

/** The index of the library: what is in force, by topic or by number, and what agencies still owe an answer. */
export function LibraryIndex({ documents, plans, clock, commentRounds, now, search, order }: LibraryIndexProps) {
  const shelves = order === "number" ? [{ title: "By number", documents }] : byTopic(documents);
  return (
    <>
      <PageHead title="Library" lead="What is in force, in the words that were voted and adopted, and the record of how each edition came about." />
      <form method="get" role="search" className="row search">
        <Field label="Find by number, title or topic" name="search" type="search" defaultValue={search} required />
        {order === "number" && <input type="hidden" name="by" value="number" />}
        <Button look="secondary">Find</Button>
      </form>
      <Order order={order} search={search} />
      <p>
        {"What was measured: "}
        <a href="/library/findings">findings</a>
        {" and "}
        <a href="/library/evidence">studies of the field</a>.
      </p>
      {documents.length === 0 && plans.length === 0 && <EmptyState title={search ? `Nothing in force has “${search}” in its number, title or topic.` : "Nothing is in force yet."} step={search ? <a href="/library">Show everything</a> : undefined} />}
      {shelves.map(({ title, documents: shelf }) => (
        <section key={title} className="section">
          <SectionHead title={title} />
          <ul className="lines index" role="list">
            {shelf.map((document) => (
              <li key={document.id} className="needs-line">
                <div>
                  <p className="needs-what">
                    <a href={`/library/${document.number}`}>{`${document.number} ${document.title}`}</a>
                  </p>
                  {document.agencies.map(({ agency, edition, since }) => (
                    <p key={agency} className="needs-why">
                      {`${agency}: edition ${edition} in force since `}
                      <Day at={since} timeZone="UTC" />
                    </p>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <FrozenPlans plans={plans} />
      {commentRounds.length > 0 && (
        <section className="section" aria-labelledby="comment-rounds">
          <SectionHead title="Open for your comment" id="comment-rounds" />
          <CommentRoundLines rounds={commentRounds} path="/library/comment-rounds" now={now} said={(comments) => (comments === 1 ? "One comment." : `${comments} comments.`)} />
        </section>
      )}
      <DecisionClock clock={clock} now={now} />
      <LibraryFoot />
    </>
  );
}

function byTopic(documents: readonly Shelved[]): { title: string; documents: Shelved[] }[] {
  const shelves = new Map<string, Shelved[]>();
  for (const document of documents) shelves.set(document.topic || "Other", [...(shelves.get(document.topic || "Other") ?? []), document]);
  return [...shelves].map(([title, shelf]) => ({ title, documents: shelf })).sort((one, other) => one.title.localeCompare(other.title));
}

function Order({ order, search }: Pick<LibraryIndexProps, "order" | "search">) {
  const address = (by: string) => `/library?${new URLSearchParams({ ...(search ? { search } : {}), by })}`;
  return (
    <nav aria-label="Order" className="row small">
      {([["topic", "By topic"], ["number", "By number"]] as const).map(([by, label]) => (
        <a key={by} href={address(by)} aria-current={order === by ? "true" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function FrozenPlans({ plans }: Pick<LibraryIndexProps, "plans">) {
  if (plans.length === 0) return null;
  return (
    <section className="section" aria-labelledby="plans">
      <SectionHead title="Evaluation plans, as they were frozen" id="plans" />
      <ul className="lines index" role="list">
        {plans.map(({ id, document, version, frozenAt }) => (
          <li key={id} className="needs-line">
            <div>
              <p className="needs-what">
                <a href={`/library/plans/${encodeURIComponent(document.number)}`}>{`${document.number} ${document.title}`}</a>
              </p>
              <p className="needs-why">
                {`Version ${version}, frozen `}
                <Day at={frozenAt} timeZone={document.program.timeZone} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DecisionClock({ clock, now }: Pick<LibraryIndexProps, "clock" | "now">) {
  if (clock.length === 0) return null;
  return (
    <section className="section" aria-labelledby="clock">
      <SectionHead title="Carried, and waiting for an agency's decision" id="clock" />
      <ul className="lines" role="list">
        {clock.map((decision) => (
          <li key={decision.id} className="needs-line">
            <div>
              <p className="needs-what">
                <a href={`/library/recommendations/${decision.proposal?.number}`}>{`${decision.document.number} ${decision.document.title}: ${decision.proposal?.title ?? ""}`}</a>
              </p>
              <p className="needs-why">
                {new Date(decision.dueAt) < new Date(now) ? <span className="overdue">Overdue: </span> : "Waiting for "}
                {`the head of ${decision.organization.name}, due `}
                <When at={decision.dueAt} timeZone={decision.document.program.timeZone} now={now} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
