import { textIsFrozen } from "~/domain/drafting/frozen";
import { authorOf, countInWords, type SuggestionAuthors } from "~/domain/drafting/suggestions";
import { Button } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { TextArea } from "./field";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { nothingSaid, saidOfSuggestions, sayWhat, SuggestionSaid, type SaidOfSuggestion } from "./suggestion-said";
import { SuggestionWho } from "./suggestion-who";

type Moment = Date | string;
export type SuggestionLine = { id: string; author: string; at: string; clauseId: string; words: string };
type DecidedLine = { id: string; suggestionId: string; authorId: string; clauseId: string | null; words: string; verdict: string; decidedAt: Moment; decidedBy: { name: string; organization: string } };

export type SuggestionsOnPage = {
  draftId: string;
  path: string;
  title: string;
  frozen: boolean;
  now: Moment;
  timeZone: string;
  personId: string;
  clauses: Readonly<Record<string, string>>;
  pending: readonly SuggestionLine[];
  decided: readonly DecidedLine[];
  authors: SuggestionAuthors;
  threads: Parameters<typeof saidOfSuggestions>[0];
  may: { decide: boolean; withdraw: boolean; reply: boolean };
};

/** What a form on the page was answered. */
type Answered = { done: number; left: string | null } | { refusal: { reason: string } };
type Props = { page: SuggestionsOnPage; author?: string | null; answered?: Answered };

/** Every suggestion in a text as a list, to be decided one after the other, without the editor and without a script. */
export function SuggestionsPage({ page, author = null, answered }: Props) {
  const said = saidOfSuggestions(page.threads);
  const shown = author ? page.pending.filter((each) => each.author === author) : page.pending;
  return (
    <>
      <PageHead title="Suggestions" above={<a href={page.path}>{page.title}</a>} lead="What people would change in this text. It stays as it is until somebody accepts a suggestion." actions={<a href={`/drafts/${page.draftId}/versions`}>Versions</a>} />
      {answered && "refusal" in answered && <NoticeLine kind="danger">{answered.refusal.reason}</NoticeLine>}
      {answered && "done" in answered && answered.left && <NoticeLine kind="info">{`${countInWords(answered.done)} decided. ${answered.left}`}</NoticeLine>}
      {page.frozen && <NoticeLine kind="info">{textIsFrozen}</NoticeLine>}
      <section className="section stack" aria-labelledby="waiting">
        <SectionHead id="waiting" title={shown.length > 0 ? `${countInWords(shown.length)} to decide` : "To decide"} />
        <Authors page={page} author={author} />
        {page.may.decide && shown.length > 1 && <All page={page} author={author} count={shown.length} />}
        {shown.length === 0 ? (
          <EmptyState title="Nothing waits here.">Choose “Suggesting” above the text and write: what you change is marked, and the text stays as it is.</EmptyState>
        ) : (
          <ol className="suggestion-list" role="list" aria-labelledby="waiting">
            {shown.map((suggestion, at) => {
              const behind = shown[at + 1] ?? shown[at - 1];
              const next = backTo(page, behind ? author : null, behind ? `suggestion-${behind.id}` : "waiting");
              return <Waiting key={suggestion.id} page={page} suggestion={suggestion} said={said[suggestion.id] ?? nothingSaid} next={next} here={backTo(page, author, `suggestion-${suggestion.id}`)} />;
            })}
          </ol>
        )}
      </section>
      {page.decided.length > 0 && <Decided page={page} said={said} />}
    </>
  );
}

function Authors({ page, author }: { page: SuggestionsOnPage; author: string | null }) {
  const ids = [...new Set(page.pending.map((each) => each.author))];
  const here = `/drafts/${page.draftId}/suggestions`;
  if (ids.length < 2 && !author) return null;
  return (
    <nav aria-label="Whose suggestions" className="suggestion-authors">
      <a href={here} aria-current={author ? undefined : "page"}>
        Everybody’s
      </a>
      {ids.map((id) => (
        <a key={id} href={`${here}?author=${encodeURIComponent(id)}`} aria-current={author === id ? "page" : undefined}>
          {authorOf(page.authors, id).name}
        </a>
      ))}
    </nav>
  );
}

/** Behind a summary, so that nobody decides about everything by a slip. */
function All({ page, author, count }: { page: SuggestionsOnPage; author: string | null; count: number }) {
  const whose = author ? `all ${count} by ${authorOf(page.authors, author).name}` : `all ${count}`;
  return (
    <details className="suggestion-all">
      <summary>{`Decide ${whose} at once`}</summary>
      <div className="row">
        {(["accepted", "rejected"] as const).map((verdict) => (
          <Decision key={verdict} page={page} fields={author ? { authorId: author } : { all: "yes" }} verdict={verdict} label={`${verdict === "accepted" ? "Accept" : "Reject"} ${whose}`} next={backTo(page, null)} />
        ))}
      </div>
    </details>
  );
}

/** Where one goes on after a form: in the same choice of authors, at the suggestion behind the one that was decided. */
function backTo(page: SuggestionsOnPage, author: string | null, place = "waiting"): string {
  return `/drafts/${page.draftId}/suggestions${author ? `?author=${encodeURIComponent(author)}` : ""}#${place}`;
}

type WaitingProps = { page: SuggestionsOnPage; suggestion: SuggestionLine; said: SaidOfSuggestion; next: string; here: string };

function Waiting({ page, suggestion, said, next, here }: WaitingProps) {
  const { id, author, at, clauseId, words } = suggestion;
  const who = authorOf(page.authors, author);
  const told = ` that ${who.name} ${words}`;
  return (
    <li id={`suggestion-${id}`}>
      <SuggestionWho author={who} />
      <p className="suggestion-words">{words}</p>
      <p className="quiet small">
        {page.clauses[clauseId] !== undefined && `In clause ${page.clauses[clauseId]}, `}
        <When at={at} timeZone={page.timeZone} now={page.now} />
      </p>
      <SuggestionSaid said={said} author={author} />
      <div className="row">
        {page.may.decide && <Decision page={page} fields={{ ids: id }} verdict="accepted" label="Accept" more={told} next={next} />}
        {page.may.decide && <Decision page={page} fields={{ ids: id }} verdict="rejected" label="Reject" more={told} next={next} />}
        {page.may.withdraw && author === page.personId && !page.may.decide && (
          <form method="post" action={`/drafts/${page.draftId}/suggestions/withdrawal`}>
            <input type="hidden" name="suggestionId" value={id} />
            <input type="hidden" name="next" value={next} />
            <Button look="secondary">
              Take back<span className="visually-hidden">{told}</span>
            </Button>
          </form>
        )}
      </div>
      {page.may.reply && <Reply page={page} suggestion={suggestion} said={said} more={told} here={here} />}
    </li>
  );
}

/** A reason for one's own suggestion, or a reply to somebody else's. */
function Reply({ page, suggestion: { id, author }, said, more, here }: Omit<WaitingProps, "next"> & { more: string }) {
  const what = sayWhat(said, author === page.personId);
  return (
    <details className="suggestion-reply">
      <summary>
        {what}
        <span className="visually-hidden">{more}</span>
      </summary>
      <form method="post" action={said.open ? `/threads/${said.open}/comments` : `/drafts/${page.draftId}/threads`}>
        {!said.open && <input type="hidden" name="suggestionId" value={id} />}
        <input type="hidden" name="next" value={here} />
        <TextArea id={`said-${id}`} label={what === "Say why" ? "Why you suggest this" : "Your reply"} name="body" required rows={3} />
        <Button look="secondary">Send</Button>
      </form>
    </details>
  );
}

type DecisionProps = { page: SuggestionsOnPage; fields: Record<string, string>; verdict: "accepted" | "rejected"; label: string; more?: string; next: string };

function Decision({ page, fields, verdict, label, more, next }: DecisionProps) {
  return (
    <form method="post" action={`/drafts/${page.draftId}/suggestions/decisions`}>
      {Object.entries({ ...fields, verdict, next }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={verdict === "accepted" ? "secondary" : "quiet"}>
        {label}
        {more && <span className="visually-hidden">{more}</span>}
      </Button>
    </form>
  );
}

const outcomes: Record<string, string> = { accepted: "Accepted", rejected: "Rejected", withdrawn: "Taken back" };

function Decided({ page, said }: { page: SuggestionsOnPage; said: Readonly<Record<string, SaidOfSuggestion>> }) {
  return (
    <section className="section stack" aria-labelledby="decided">
      <SectionHead id="decided" title="Decided" />
      <ol className="suggestion-list" role="list" aria-labelledby="decided">
        {page.decided.map(({ id, suggestionId, authorId, words, verdict, decidedBy, decidedAt }) => (
          <li key={id}>
            <SuggestionWho author={authorOf(page.authors, authorId)} />
            <p className="suggestion-words">{words}</p>
            <p className="quiet small">
              {`${outcomes[verdict] ?? verdict} by ${decidedBy.name}, ${decidedBy.organization}, `}
              <When at={decidedAt} timeZone={page.timeZone} now={page.now} />
            </p>
            <SuggestionSaid said={said[suggestionId] ?? nothingSaid} author={authorId} />
          </li>
        ))}
      </ol>
    </section>
  );
}
