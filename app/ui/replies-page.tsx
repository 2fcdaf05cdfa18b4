import { authorOf } from "~/domain/drafting/suggestions";
import type { TakenReply } from "~/domain/drafting/replies";
import { Button } from "./button";
import { When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, type RefusedForm } from "./refused-form";

type Taken = { at: Date; by: string; reply: TakenReply };
export type RepliesPageProps = { page: { draftId: string; path: string; title: string; timeZone: string; now: Date; replies: Taken[]; mayImport: boolean }; refused?: RefusedForm };

/** The form to bring in an answer from Word, and what came of those that were brought in. */
export function RepliesPage({ page, refused }: RepliesPageProps) {
  const { draftId, path, title, replies, mayImport } = page;
  return (
    <>
      <PageHead
        title="Replies from Word"
        above={<a href={path}>{title}</a>}
        lead="Send out the Word file of this text. What comes back with tracked changes and comments becomes suggestions and comments here, under the names in the file."
      />
      <ErrorSummary errors={errorsOf(refused)} />
      {mayImport ? (
        <form method="post" action={`/drafts/${draftId}/replies`} encType="multipart/form-data" className="form" noValidate>
          <Field
            label="Word file that came back"
            name="file"
            type="file"
            required
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            error={errorAt(refused, "file")}
            hint="The .docx file that was exported from this text, with the answer written in it; at most 20 MB. The text may have been changed here since."
          />
          <div className="row">
            <Button>Import a reply from Word</Button>
          </div>
        </form>
      ) : (
        <p>No reply can be brought in: the text is frozen, or you may only read it.</p>
      )}
      {replies.map((taken) => (
        <ReplySection key={taken.reply.replyId} taken={taken} page={page} />
      ))}
    </>
  );
}

function ReplySection({ taken: { at, by, reply }, page }: { taken: Taken; page: RepliesPageProps["page"] }) {
  const { replyId, fileName, suggestions, comments, unplaced, version } = reply;
  const { draftId, timeZone, now } = page;
  const id = `reply-${replyId}`;
  const nameOf = (author: string) => authorOf({}, author).name;
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead id={id} title={fileName || "A reply"} />
      <p>
        {`Brought in by ${by}, `}
        <When at={at} timeZone={timeZone} now={now} />
        {`, made from version ${version} of the text.`}
      </p>
      <h3>{`Taken as suggestions (${suggestions.length})`}</h3>
      {suggestions.length > 0 && (
        <ul>
          {suggestions.map(({ author, words, where }, each) => (
            <li key={each}>{`${nameOf(author)} ${words}${where ? ` (${where})` : ""}`}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/drafts/${draftId}/suggestions`}>Decide the suggestions</a>
      </p>
      <h3>{`Taken as comments (${comments.length})`}</h3>
      {comments.length > 0 && (
        <ul>
          {comments.map(({ author, body }, each) => (
            <li key={each}>{`${nameOf(`word:${author}`)}: ${body}`}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/drafts/${draftId}/threads`}>Answer the comments</a>
      </p>
      <h3>{`Could not be placed (${unplaced.length})`}</h3>
      {unplaced.length > 0 && (
        <>
          <p>Read these in the file, and bring them in by hand.</p>
          <ul>
            {unplaced.map(({ what, where, why }, each) => (
              <li key={each}>{`${where ? `${where}: ` : ""}${what} ${why}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
