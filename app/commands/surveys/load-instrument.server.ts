import type { Thing } from "~/domain/access/may";
import type { Database } from "~/store/database.server";
import { instrumentById, lockInstrument, type InstrumentFacts } from "~/store/surveys.server";

/** An instrument, held to the end of the transaction. */
export async function loadInstrument(db: Database, instrumentId: string): Promise<{ thing: Thing; instrument: InstrumentFacts } | null> {
  await lockInstrument(db, instrumentId);
  const instrument = await instrumentById(db, instrumentId);
  return instrument && { thing: { programId: instrument.programId }, instrument };
}
