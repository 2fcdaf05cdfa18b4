import { may, type Actor, type Thing } from "~/domain/access/may";
import type { Act } from "~/domain/access/permissions";
import { allowed, missing, type Outcome } from "~/domain/access/ruling";
import { database, type Database } from "~/store/database.server";

/** The door for every read: load, then may. `load` also gives the answers that the page's buttons need. */
export function query<Input, Loaded extends { thing: Thing }>(act: Act, load: (db: Database, input: Input, actor: Actor) => Promise<Loaded | null>) {
  return async function run(actor: Actor, input: Input): Promise<Outcome<Loaded>> {
    const loaded = await load(database(), input, actor);
    if (!loaded) return missing;
    const permission = may(actor, act, loaded.thing);
    return permission.ok ? allowed(loaded) : permission;
  };
}
