import { gatherDigestOf } from "~/commands/notices/gather-digest.server";
import { readersOfDigests } from "~/queries/notices/mail-due.server";

/** Makes the digests whose hour has come, also hours later when nobody was awake at eight. Gives how many. */
export async function gatherDigests(): Promise<number> {
  let made = 0;
  for (const { programId, ...reader } of await readersOfDigests()) {
    const outcome = await gatherDigestOf({ kind: "clock", programId }, reader);
    if (outcome.ok && outcome.value.made) made += 1;
  }
  return made;
}
