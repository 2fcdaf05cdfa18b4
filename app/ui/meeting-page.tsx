import { Fragment } from "react";
import { meetingStateNames, type MeetingState } from "~/domain/meetings/stages";
import type { Presence } from "~/domain/meetings/room";
import { outcomeInWords } from "~/domain/voting/conditions";
import type { Tally } from "~/domain/voting/tally";
import { ButtonLink } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { GroupMark, type GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

type Moment = Date | string;
type Faces = Readonly<Record<string, GroupFace>>;

export type MeetingOnPage = {
  now: Moment;
  timeZone: string;
  faces: Faces;
  rule: { openMeetings: boolean; noticeHours: number };
  meeting: { id: string; title: string; place: string; startsAt: Moment; endsAt: Moment; state: MeetingState; noticedAt: Moment | null; cancelledReason: string; notes: string; minutesAt: Moment | null };
  agenda: readonly { id: string; title: string; href: string | null }[];
  attendance: readonly { seatId: string; seatTitle: string; personName: string; groupId: string; groupName: string; organizationName: string }[];
  presence: Presence | null;
  motions: readonly { id: string; position: number; words: string; movedBy: string; secondedBy: string; tally: Tally }[];
  votes: readonly { id: string; tally: Tally | null; proposal: { id: string; number: number; title: string } | null }[];
  may: Record<"agenda" | "notice" | "cancel" | "record" | "minute", boolean>;
};

/** A meeting on one page: before it the agenda, in it who is there and what is moved, after it the minutes. */
export function MeetingView({ page }: { page: MeetingOnPage }) {
  const { meeting, may, timeZone, now, rule } = page;
  const here = `/meetings/${meeting.id}`;
  const someoneCame = page.attendance.length > 0;
  return (
    <>
      <PageHead
        title={meeting.title}
        above={<a href="/meetings">Meetings</a>}
        actions={
          <>
            {may.notice && <ButtonLink href={`${here}/notice`}>Publish the notice</ButtonLink>}
            {may.agenda && <ButtonLink look="secondary" href={`${here}/agenda`}>Make the agenda</ButtonLink>}
            {may.record && someoneCame && <ButtonLink href={`${here}/motions`}>Enter a motion</ButtonLink>}
            {may.record && <ButtonLink {...(someoneCame ? { look: "secondary" } : {})} href={`${here}/attendance`}>Who is present</ButtonLink>}
            {may.minute && <ButtonLink look="secondary" href={`${here}/minutes`}>Publish the minutes</ButtonLink>}
            {may.cancel && <ButtonLink look="quiet" href={`${here}/cancellation`}>Cancel the meeting</ButtonLink>}
          </>
        }
      >
        <KeyFacts
          inLine
          facts={[
            { term: "Begins", fact: <When at={meeting.startsAt} timeZone={timeZone} now={now} /> },
            { term: "Ends", fact: <When at={meeting.endsAt} timeZone={timeZone} /> },
            { term: "Place", fact: meeting.place },
            { term: "State", fact: meetingStateNames[meeting.state] },
            ...(meeting.noticedAt ? [{ term: "Notice", fact: <When at={meeting.noticedAt} timeZone={timeZone} /> }] : []),
          ]}
        />
      </PageHead>
      {meeting.state === "cancelled" && <NoticeLine kind="warning" title="This meeting is cancelled.">{meeting.cancelledReason}</NoticeLine>}
      {meeting.state === "planned" && rule.openMeetings && <NoticeLine>{`Its notice must be published at least ${rule.noticeHours} hours before it begins.`}</NoticeLine>}
      <section className="section stack" aria-labelledby="agenda">
        <SectionHead title="Agenda" id="agenda" />
        {page.agenda.length === 0 ? (
          <EmptyState title="The agenda is not made yet." step={may.agenda ? <ButtonLink href={`${here}/agenda`}>Make the agenda</ButtonLink> : undefined} />
        ) : (
          <Agenda matters={page.agenda} />
        )}
      </section>
      {page.presence && <Present page={page} presence={page.presence} />}
      {(page.motions.length > 0 || page.votes.length > 0) && <Motions page={page} />}
      {meeting.minutesAt && (
        <section className="section stack" aria-labelledby="minutes">
          <SectionHead title="Minutes" id="minutes" />
          {meeting.notes && <p className="said">{meeting.notes}</p>}
          <p className="quiet small">
            {"Published "}
            <When at={meeting.minutesAt} timeZone={timeZone} />
          </p>
        </section>
      )}
    </>
  );
}

export function Agenda({ matters }: { matters: MeetingOnPage["agenda"] }) {
  return (
    <ol className="stack agenda">
      {matters.map(({ id, title, href }) => (
        <li key={id}>{href ? <a href={href}>{title}</a> : title}</li>
      ))}
    </ol>
  );
}

function Present({ page: { attendance, faces }, presence }: { page: MeetingOnPage; presence: Presence }) {
  const groups = presence.groups.map(({ id }) => id).filter((id) => attendance.some(({ groupId }) => groupId === id));
  return (
    <section className="section stack" aria-labelledby="present">
      <SectionHead title="Present" id="present" />
      <p>{presence.met ? "There is a quorum, overall and in each group that the charter asks." : "There is no quorum: the charter asks for more, as the table shows."}</p>
      <dl className="facts">
        {groups.map((groupId) => (
          <Fragment key={groupId}>
            <dt>{faces[groupId] ? <GroupMark group={faces[groupId]} full /> : groupId}</dt>
            <dd>
              {attendance
                .filter((one) => one.groupId === groupId)
                .map(({ personName, seatTitle }) => `${personName} (${seatTitle})`)
                .join(", ")}
            </dd>
          </Fragment>
        ))}
      </dl>
      <Table
        caption="Quorum by group"
        rows={[{ id: "all", name: "All seats", required: true, quorum: presence.overall }, ...presence.groups]}
        rowKey={({ id }) => id}
        columns={[
          { title: "Group", heading: true, cell: ({ name }) => name },
          { title: "Present", number: true, cell: ({ quorum }) => quorum.have },
          { title: "Needed", number: true, cell: ({ quorum }) => quorum.needed },
          { title: "Met", cell: ({ quorum, required }) => (quorum.met ? "Yes" : required ? "No" : "Not required") },
        ]}
      />
    </section>
  );
}

function Motions({ page: { motions, votes } }: { page: MeetingOnPage }) {
  return (
    <section className="section stack" aria-labelledby="motions">
      <SectionHead title="Motions and votes" id="motions" />
      {votes.map(({ id, proposal, tally }) =>
        proposal ? (
          <p key={id}>
            <a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>. {tally ? `${outcomeInWords(tally)}.` : "The vote is open."}
          </p>
        ) : null,
      )}
      {motions.map(({ id, position, words, movedBy, secondedBy, tally }) => (
        <article key={id} className="stack" aria-label={`Motion ${position}`}>
          <p className="said">
            <strong>{`Motion ${position}. `}</strong>
            {words}
          </p>
          <p className="quiet">{`Moved by ${movedBy}, seconded by ${secondedBy}.`}</p>
          <p className="outcome">{`${outcomeInWords(tally)}.`}</p>
          <Table
            caption={`Motion ${position}: votes by group`}
            hideCaption
            rows={[{ id: "all", name: "All votes", part: tally.overall }, ...tally.groups.filter(({ voted }) => voted > 0).map((group) => ({ id: group.id, name: group.name, part: group }))]}
            rowKey={({ id: row }) => row}
            columns={[
              { title: "Group", heading: true, cell: ({ name }) => name },
              { title: "For", number: true, cell: ({ part }) => part.consent },
              { title: "Against", number: true, cell: ({ part }) => part.object },
              { title: "Abstain", number: true, cell: ({ part }) => part.abstain },
            ]}
          />
        </article>
      ))}
    </section>
  );
}
