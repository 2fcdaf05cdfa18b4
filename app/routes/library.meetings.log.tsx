import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { meetingLog } from "~/queries/meetings/meeting-log.server";

/** The public log of meetings as a file. */
export async function loader() {
  const { meetings } = found(await meetingLog(anyone, null));
  return Response.json({ meetings }, { headers: { "Content-Disposition": 'attachment; filename="meetings.json"' } });
}
