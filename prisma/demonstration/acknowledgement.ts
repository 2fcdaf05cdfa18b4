import { acknowledgeEdition } from "~/commands/acknowledgement/acknowledge-edition.server";
import type { Actor } from "~/domain/access/may";
import { toAcknowledge } from "~/store/acknowledgements.server";
import { database } from "~/store/database.server";
import { done } from "./done";

/** One officer has read everything that the agency adopted; the others still have it before them. */
export async function seedAcknowledgement(officer: Extract<Actor, { kind: "person" }>): Promise<void> {
  for (const { adoptionId } of await toAcknowledge(database(), officer)) done(await acknowledgeEdition(officer, { adoptionId }));
}
