import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeCalendar } from "~/commands/calendar/make-calendar.server";
import { personOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";
import { ownAddress } from "~/http/redirect.server";
import { calendarAddress } from "~/queries/calendar/calendar-address.server";
import { Button } from "~/ui/button";
import { Day } from "~/ui/dates";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Your calendar - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { since, timeZone } = found(await calendarAddress(await personOf(request), null), request);
  return { since, timeZone };
}

/** Answers with the address itself, which is shown this once: it is kept nowhere. */
export async function action({ request }: ActionFunctionArgs) {
  const { token } = found(await makeCalendar(await personOf(request), await formOf(request)));
  return { address: ownAddress(`/calendars/${token}/deadlines.ics`) };
}

export default function YourCalendar() {
  const { since, timeZone } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Your calendar"
        above={<a href="/notices/settings">How you are told</a>}
        lead="When your votes close and your decisions are due, in the calendar that you use every day. Give it the address; it looks again every hour or so."
      />
      {made && (
        <section className="section">
          <p>
            <strong>This is your address. Copy it now: it is not shown again.</strong>
          </p>
          <p className="address-once">{made.address}</p>
          <p className="quiet">In Google Calendar choose “From URL”, in Outlook “Subscribe from web”, in Apple Calendar “New Calendar Subscription”. Whoever has the address can read your dates, so keep it to yourself.</p>
        </section>
      )}
      {since && !made && (
        <p>
          Your calendar has had its address since <Day at={since} timeZone={timeZone} />.
        </p>
      )}
      <div className="row">
        <form method="post" action="/notices/calendar?index">
          <Button look={made ? "secondary" : undefined}>{since || made ? "Make a new address and end the old one" : "Make a calendar address"}</Button>
        </form>
        {(since || made) && (
          <form method="post" action="/notices/calendar/revocation">
            <Button look="secondary">End the address</Button>
          </form>
        )}
      </div>
    </>
  );
}
