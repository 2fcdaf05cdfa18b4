import { z } from "zod";
import type { CharterRules } from "./charter";

/** What whoever opens a ballot may choose; empty is what the charter says. */
export const ballotWishes = {
  reasons: z.enum(["", "off", "optional", "required", "required-to-object"], { error: "Choose whether members give reasons." }).default(""),
  results: z.enum(["", "always", "after-voting", "after-close"], { error: "Choose when members see the count." }).default(""),
};

type Wishes = { reasons: "" | CharterRules["reasons"]; results: "" | CharterRules["results"] };

/** As it is stored. A count that grows while a secret ballot is open would tell who chose what, so it waits for the close. */
export function wishedOf({ reasons, results }: Wishes, secret: boolean): { reasons: CharterRules["reasons"] | null; results: CharterRules["results"] | null } {
  return { reasons: reasons || null, results: secret ? "after-close" : results || null };
}

type OnRoll = { seatId: string; groupId: string; groupName: string; organizationId: string; personId?: string | null };

export function seatsOfRoll(roll: readonly OnRoll[]) {
  return roll.map(({ seatId, groupId, organizationId, personId }) => ({ seatId, groupId, organizationId, filled: Boolean(personId) }));
}

export function namesOfGroups(roll: readonly OnRoll[]): Record<string, string> {
  return Object.fromEntries(roll.map(({ groupId, groupName }) => [groupId, groupName]));
}
