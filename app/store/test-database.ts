import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { connect, disconnect } from "./database.server";

/** A database of this test file's own, migrated and empty; `database()` reaches it, as the pages' role. Call once at the top of a file or in `beforeAll`. */
export async function freshDatabase(): Promise<{ url: string; ownerUrl: string }> {
  const server = inject("testDatabase");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(server.ownerUrl, `CREATE DATABASE ${name} TEMPLATE template_concord`);
  await asOwner(server.ownerUrl, `GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO concord`);
  const url = inDatabase(server.url, name);
  await connect(url);
  afterAll(async () => {
    await disconnect();
    await asOwner(server.ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url, ownerUrl: inDatabase(server.ownerUrl, name) };
}

/** A copy of a database as it stands: what happens in one does not happen in the other. Nobody may be connected to the first; `connect` opens the copy. */
export async function copyOf({ url, ownerUrl }: { url: string; ownerUrl: string }): Promise<{ url: string; ownerUrl: string }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = inDatabase(ownerUrl, "postgres");
  await disconnect();
  await asOwner(server, `CREATE DATABASE ${name} TEMPLATE ${new URL(ownerUrl).pathname.slice(1)}`);
  await asOwner(server, `GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO concord`);
  afterAll(() => asOwner(server, `DROP DATABASE ${name} WITH (FORCE)`));
  return { url: inDatabase(url, name), ownerUrl: inDatabase(ownerUrl, name) };
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  // Two files that copy the template at the same moment would refuse each other.
  await client.query("SELECT pg_advisory_lock(1)");
  await client.query(statement).finally(() => client.end());
}

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
