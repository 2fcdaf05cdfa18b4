import type { Guard } from "~/editor/authority";
import { suggestionRuling } from "~/editor/suggestions/ruling";
import type { Connection } from "./connection.server";
import type { Room } from "./room.server";

/** What this person's words must pass before they are taken into the text: every guard, and the first no counts. */
export function guardsOf(_room: Room, connection: Connection): Guard {
  const guards: Guard[] = connection.pen === "write" ? [] : [suggesterOnly(connection)];
  return (before, after) => {
    for (const guard of guards) {
      const reason = guard(before, after);
      if (reason !== null) return reason;
    }
    return null;
  };
}

/** Whoever does not write only suggests. */
function suggesterOnly({ session }: Connection): Guard {
  return (before, after) => suggestionRuling(before, after, session.actor.personId);
}
