import { announcementChannel, type Announcement } from "~/domain/notices/announcement";
import { listen } from "~/store/database.server";

/** Hears what the acts of every process announce. `onReturn` says that some of it may have been missed. */
export async function hearAnnouncements(hear: (announcement: Announcement) => void, onReturn: () => void): Promise<() => Promise<void>> {
  return listen(
    announcementChannel,
    (payload) => {
      try {
        hear(JSON.parse(payload) as Announcement);
      } catch {
        // Not one of ours.
      }
    },
    onReturn,
  );
}
