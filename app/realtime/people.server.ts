import type { PersonHere } from "~/domain/drafting/frames";
import { encode } from "./connection.server";
import type { Room } from "./room.server";

const mostNamed = 40;

/** Tells the room who is in it, at most a few times a second however many come at once. */
export function peopleTeller(room: Room): () => void {
  let waiting: NodeJS.Timeout | null = null;
  return () => {
    waiting ??= setTimeout(
      () => {
        waiting = null;
        room.broadcast(encode({ kind: "people", ...peopleIn(room) }));
      },
      room.connections.size > 50 ? 1_500 : 150,
    ).unref();
  };
}

/** Each person once, those who write first; names and groups are the session's, never the browser's word. */
function peopleIn(room: Room): { people: PersonHere[]; more: number } {
  const people = new Map<string, PersonHere>();
  for (const { session, face, pen, ready } of room.connections) {
    const { personId, name, organizationName } = session.actor;
    if (ready && !people.get(personId)?.writes) people.set(personId, { personId, name, organization: organizationName, group: face, writes: pen !== null });
  }
  const sorted = [...people.values()].sort((one, other) => Number(other.writes) - Number(one.writes) || one.name.localeCompare(other.name));
  return { people: sorted.slice(0, mostNamed), more: Math.max(0, sorted.length - mostNamed) };
}
