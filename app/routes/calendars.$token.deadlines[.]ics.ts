import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { calendarFile } from "~/http/calendar-file.server";
import { calendarFeed } from "~/queries/calendar/calendar-feed.server";

/** What a calendar program reads; the secret in the address is the right to it. */
export async function loader({ params }: LoaderFunctionArgs) {
  return calendarFile(found(await calendarFeed(anyone, { token: params.token ?? "" })));
}
