import type { ActionFunctionArgs } from "@remix-run/node";
import { endCalendar } from "~/commands/calendar/end-calendar.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request }: ActionFunctionArgs) {
  found(await endCalendar(await personOf(request), await formOf(request)));
  return seeOther("/notices/calendar");
}
