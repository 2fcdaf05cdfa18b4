import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { atEnd } from "./ending.mjs";
import { ownModules } from "./modules.mjs";

/**
 * A program with its rows written straight into the database: 500 signed-in people would need 500 slow password hashes,
 * and what is measured begins after that.
 */
export async function newWorld(databaseUrl) {
  const { schemaVersion, defaultRules } = await ownModules();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  pool.on("error", () => {});
  atEnd(() => pool.end());
  const rows = rowsIn(pool);
  const program = await newProgram(rows, defaultRules);
  return { pool, rows, schemaVersion, ...program, another: () => newProgram(rows, defaultRules) };
}

function rowsIn(pool) {
  return async (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map((_, at) => `$${at + 1}`).join(", ");
    await pool.query(`insert into "${table}" (${columns.map((column) => `"${column}"`).join(", ")}) values (${places})`, Object.values(row));
    return row;
  };
}

async function newProgram(rows, defaultRules) {
  const { id: programId } = await rows("Program", { id: randomUUID(), name: "Riverton CIT", timeZone: "America/Chicago" });
  const { id: groupId } = await rows("Group", { id: randomUUID(), programId, name: "Law enforcement", shortName: "Police", shape: "square", colour: "blue", position: 1 });
  const { id: organizationId } = await rows("Organization", { id: randomUUID(), programId, groupId, name: "Riverton Police", shortName: "RPD", isAgency: true });
  const { id: charterId } = await rows("Charter", { id: randomUUID(), programId, version: 1, rules: { ...defaultRules([groupId]), organizationCap: 1_000 } });
  const person = (name, roles) => newPerson(rows, { programId, organizationId, name, roles });
  return { programId, groupId, organizationId, charterId, person };
}

async function newPerson(rows, { programId, organizationId, name, roles }) {
  const { id } = await rows("Person", { id: randomUUID(), programId, organizationId, name, email: `${randomUUID()}@bench.example`, passwordHash: "-", roles });
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  const token = [...randomUUID().replaceAll("-", ""), ...randomUUID().replaceAll("-", "")].slice(0, 40).map((digit) => letters[Number.parseInt(digit, 16)]).join("");
  const now = new Date();
  await rows("Session", { id: createHash("sha256").update(token).digest("hex"), personId: id, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) });
  return { id, name, cookie: `concord=${token}` };
}

let documents = 100;

/** A document with a working text. */
export async function newDraft({ rows, programId, organizationId, schemaVersion }, author, content) {
  documents += 1;
  const { id: documentId } = await rows("Document", { id: randomUUID(), programId, organizationId, kind: "policy", number: `CIT-${documents}`, title: "Response to a person in crisis", visibility: "public", createdById: author.id });
  await rows("DocumentAgency", { documentId, organizationId });
  const { id: draftId } = await rows("Draft", { id: randomUUID(), documentId, schemaVersion, start: content });
  return { documentId, number: `CIT-${documents}`, draftId };
}

/** The same as an edition in force, as the public reads it. */
export async function newEdition(world, author, content) {
  const { rows, programId, organizationId } = world;
  const draft = await newDraft(world, author, content);
  const { documentId } = draft;
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const { id: frozenTextId } = await rows("FrozenText", { id: randomUUID(), documentId, content, hash });
  const { id: editionId } = await rows("Edition", { id: randomUUID(), documentId, number: 1, frozenTextId, hash });
  const yesterday = new Date(Date.now() - 86_400_000);
  const { id: decisionId } = await rows("Decision", { id: randomUUID(), programId, documentId, organizationId, frozenTextId, askedAt: yesterday, dueAt: yesterday, outcome: "adopted", reasons: "It is what our best officers do.", effectiveFrom: yesterday, decidedById: author.id, decidedAt: yesterday });
  await rows("Adoption", { id: randomUUID(), documentId, editionId, organizationId, decisionId, effectiveFrom: yesterday });
  return { ...draft, editionId, frozenTextId, hash };
}
