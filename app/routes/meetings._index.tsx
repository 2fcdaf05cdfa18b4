import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { meetingStateNames, type MeetingState } from "~/domain/meetings/stages";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { meetingList } from "~/queries/meetings/meeting-pages.server";
import { ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction = () => [{ title: "Meetings - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await meetingList(await personOf(request), null));
}

export default function Meetings() {
  const { coming, before, timeZone, now, rule, may } = useLoaderData<typeof loader>();
  const call = may.call ? <ButtonLink href="/meetings/new">Call a meeting</ButtonLink> : undefined;
  return (
    <>
      <ProgramNav current="/meetings" />
      <PageHead
        title="Meetings"
        lead={rule.openMeetings ? `An open-meetings law applies: votes that decide are taken only inside a meeting, noticed at least ${rule.noticeHours} hours before.` : "Agendas from what is open, who was present, and what was moved."}
        actions={
          <>
            {call}
            {may.rule && <ButtonLink look="quiet" href="/meetings/rule">Open-meetings law</ButtonLink>}
          </>
        }
      />
      <section className="section" aria-labelledby="coming">
        <SectionHead title="Coming" id="coming" more={rule.openMeetings ? <a href="/library/meetings">What the public sees</a> : undefined} />
        {coming.length > 0 ? <MeetingLines meetings={coming} timeZone={timeZone} now={now} /> : <EmptyState title="No meeting is called." step={call} />}
      </section>
      {before.length > 0 && (
        <section className="section" aria-labelledby="before">
          <SectionHead title="Before" id="before" />
          <MeetingLines meetings={before} timeZone={timeZone} now={now} />
        </section>
      )}
    </>
  );
}

type Line = { id: string; title: string; place: string; startsAt: Date | string; state: MeetingState };

function MeetingLines({ meetings, timeZone, now }: { meetings: readonly Line[]; timeZone: string; now: Date | string }) {
  return (
    <ul className="lines" role="list">
      {meetings.map(({ id, title, place, startsAt, state }) => (
        <li key={id} className="needs-line">
          <div>
            <p className="needs-what">
              <a href={`/meetings/${id}`}>{title}</a>
            </p>
            <p className="needs-why">{`${place}. ${state === "held" ? "Minutes published" : meetingStateNames[state]}`}</p>
            <p>
              <When at={startsAt} timeZone={timeZone} now={now} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
