import { createHash, randomUUID } from "node:crypto";

/** The shortest transaction that does what a ballot does to the database: sees who asks, holds round and entry, writes history, vote and chain. */
export async function rawBallot(pool, { round, voter, choice, requestId }) {
  const { roundId, programId } = round;
  await pool.query('select s.*, p.*, o."groupId" from "Session" s join "Person" p on p.id = s."personId" join "Organization" o on o.id = p."organizationId" where s."personId" = $1', [voter.id]);
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query('select r.*, p."stage", c.rules, f.hash from "Round" r join "Proposal" p on p.id = r."proposalId" join "Charter" c on c.id = r."charterId" join "FrozenText" f on f.id = r."frozenTextId" where r.id = $1 for share of r', [roundId]);
    const { rows: [entry] } = await client.query('select e.*, v.choice from "RollEntry" e left join "Vote" v on v."rollEntryId" = e.id where e."roundId" = $1 and e."personId" = $2 for update of e', [roundId, voter.id]);
    const { rows: [earlier] } = await client.query('select choice from "Cast" where "rollEntryId" = $1 and "requestId" = $2', [entry.id, requestId]);
    const { rows: [{ now }] } = await client.query("select clock_timestamp() as now");
    const receipt = hash(`${roundId} ${entry.id} ${requestId} ${choice} ${now.toISOString()}`);
    if (!earlier) {
      await client.query('insert into "Cast" (id, "roundId", "rollEntryId", "requestId", choice, reason, at, receipt) values ($1, $2, $3, $4, $5, $6, $7, $8)', [randomUUID(), roundId, entry.id, requestId, choice, reasonFor(choice), now, receipt]);
      await client.query('insert into "Vote" ("rollEntryId", "roundId", choice, reason, "castAt", receipt) values ($1, $2, $3, $4, $5, $6) on conflict ("rollEntryId") do update set choice = $3, reason = $4, "castAt" = $5, receipt = $6', [entry.id, roundId, choice, reasonFor(choice), now, receipt]);
    }
    const { rows: [locked] } = await client.query("select clock_timestamp() as now from (select pg_advisory_xact_lock(hashtextextended($1, 0))) as lock", [`records:${programId}`]);
    const { rows: [last] } = await client.query('select sequence, hash from "AuditRecord" where "programId" = $1 order by sequence desc limit 1', [programId]);
    const previousHash = last?.hash ?? "0".repeat(64);
    await client.query('insert into "AuditRecord" ("programId", sequence, at, "actorId", "actorName", act, outcome, subject, "subjectId", detail, "previousHash", hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [programId, (last?.sequence ?? 0) + 1, locked.now, voter.id, voter.name, "vote.cast", "done", "round", roundId, { receipt, choice }, previousHash, hash(`${previousHash}${receipt}`)]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback").catch(() => {});
    throw fault;
  } finally {
    client.release();
  }
}

/** A charter asks for a reason with an objection. */
export function reasonFor(choice) {
  return choice === "object" ? "It costs too much time." : "";
}

function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
