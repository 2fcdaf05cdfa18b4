import { z } from "zod";
import { charterSections } from "~/domain/voting/charter";
import { contradictionsIn } from "~/domain/voting/charter-contradictions";
import { charterFields, formOfRules, readCharterForm, type CharterForm } from "~/domain/voting/charter-form";
import { dayOf } from "~/domain/voting/deadline";
import { replay, replayInWords } from "~/domain/voting/replay";
import { query } from "~/queries/query.server";
import { pastBallots, seatsByGroup } from "~/store/charter-seats.server";
import { databaseTime, type Database } from "~/store/database.server";
import { groupsOf, latestCharter, programOf } from "~/store/programs.server";

/** How many past ballots the rules are tried on. */
const ballotsReplayed = 20;

/** The rules as a form, and once some are chosen, what they mean in words and what they would have changed. Nothing is written. */
export const charterForm = query("proposal.open", async (db, { tried }: { tried: CharterForm | null }, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  const [program, charter, groups] = [await programOf(db, programId), await latestCharter(db, programId), await groupsOf(db, programId)];
  if (!program || !charter) return null;
  const names = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  const seats = await seatsByGroup(db, programId, dayOf(await databaseTime(db), program.timeZone));
  return {
    thing: { programId },
    version: charter.version,
    form: tried ?? formOfRules(charter.rules),
    groups: groups.map((group) => ({ ...group, seats: seats.find(({ id }) => id === group.id) ?? null })),
    trial: tried && (await trialOf(db, programId, readCharterForm(charter.rules, tried), seats, names)),
  };
});

/** What was typed, read from an address or a form; null when nothing of it is there. */
export function triedRules(sent: Record<string, string | string[]>): CharterForm | null {
  const known = Object.fromEntries(Object.entries(sent).filter(([name]) => name in charterFields));
  if (Object.keys(known).length === 0) return null;
  const parsed = z.object(charterFields).safeParse(known);
  return parsed.success ? parsed.data : null;
}

async function trialOf(db: Database, programId: string, rules: ReturnType<typeof readCharterForm>, seats: Awaited<ReturnType<typeof seatsByGroup>>, names: Record<string, string>) {
  if (!rules.ok) return { refusal: rules, sections: [], said: "", differences: [] };
  const result = replay(await pastBallots(db, programId, ballotsReplayed), rules.value);
  return { refusal: contradictionsIn(rules.value, seats), sections: charterSections(rules.value, names), said: replayInWords(result), differences: result.differences };
}
