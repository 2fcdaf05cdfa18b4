import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { meetingStateNames } from "~/domain/meetings/stages";
import { found } from "~/http/answer.server";
import { meetingLog } from "~/queries/meetings/meeting-log.server";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Public meetings - Concord" }];

export async function loader() {
  return found(await meetingLog(anyone, null));
}

export default function PublicMeetings() {
  const { meetings, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Public meetings" above={<a href="/library">Library</a>} lead="Notices of meetings under an open-meetings law, their agendas, and what was voted on in them." />
      {meetings.length === 0 ? (
        <EmptyState title="No public meeting has been noticed." />
      ) : (
        <ul className="lines" role="list">
          {meetings.map(({ id, title, place, startsAt, state, noticedAt, cancelledReason, minutesAt, agenda, votes, program }) => (
            <li key={id} className="stack">
              <h2>{title}</h2>
              <p>
                {`${program.name}. ${place}. `}
                <When at={startsAt} timeZone={program.timeZone} now={now} />
                {`. ${meetingStateNames[state]}. ${cancelledReason}`}
              </p>
              {noticedAt && (
                <p className="quiet small">
                  {"Notice published "}
                  <When at={noticedAt} timeZone={program.timeZone} />
                  {minutesAt && (
                    <>
                      {", minutes "}
                      <When at={minutesAt} timeZone={program.timeZone} />
                    </>
                  )}
                </p>
              )}
              <ol>
                {agenda.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ol>
              {votes.map(({ words, outcome }) => (
                <p key={words}>{`${words}. ${outcome}.`}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/library/meetings/log" rel="nofollow" download="meetings.json">
          Take the log as a file
        </a>
      </p>
    </>
  );
}
