/** Rows of one program by the thousand, made in the database itself; `size` of each kind that grows with the years. */
export async function fill(pool, { programId, groupId, organizationId, charterId, frozenTextId, readerId, schemaVersion, size }) {
  const each = (statement, ...values) => pool.query(statement, values);
  const many = `generate_series(1, ${size}) n`;
  /** The first edition of each policy in turn. */
  const base = `(select e."id", e."documentId", row_number() over (order by e."id") as place from "Edition" e join "Document" d on d."id" = e."documentId" where d."programId" = $1 and d."number" like 'GRO-%' and e."number" = 1) e on e.place = 1 + n % ${Math.min(size, 300)}`;
  const [policies, people] = [Math.min(size, 300), Math.min(size, 5_000)];
  await each(
    `insert into "Person" ("id", "programId", "organizationId", "name", "email", "passwordHash", "roles")
     select gen_random_uuid()::text, $1, $2, 'Officer ' || n, gen_random_uuid() || '@bench.example', '-', '{}' from generate_series(1, ${people}) n`, programId, organizationId);
  await each(
    `insert into "Notice" ("id", "programId", "personId", "body", "path", "cause", "at", "readAt")
     select gen_random_uuid()::text, $1, $2, 'Proposal ' || n || ' was decided.', '/proposals', 'growth ' || n, now() - n * interval '1 minute', case when n > 40 then now() end from ${many}`, programId, readerId);
  await each(
    `insert into "Document" ("id", "programId", "organizationId", "kind", "number", "title", "visibility", "createdById")
     select gen_random_uuid()::text, $1, $2, 'policy', 'GRO-' || n, (array['Pursuit', 'Transport', 'Custody', 'Call-taking'])[1 + n % 4] || ' of kind ' || n, 'program', $3 from generate_series(1, ${policies}) n`, programId, organizationId, readerId);
  await each(`insert into "DocumentAgency" ("documentId", "organizationId") select "id", $2 from "Document" where "programId" = $1 and "number" like 'GRO-%'`, programId, organizationId);
  await each(
    `insert into "FrozenText" ("id", "documentId", "content", "hash")
     select d."id" || '-' || n, d."id", f."content", md5(d."id" || n) from "Document" d cross join generate_series(1, 10) n join "FrozenText" f on f."id" = $2 where d."programId" = $1 and d."number" like 'GRO-%'`, programId, frozenTextId);
  await each(
    `insert into "Edition" ("id", "documentId", "number", "frozenTextId", "hash")
     select f."id", f."documentId", split_part(f."id", '-', 6)::int, f."id", f."hash" from "FrozenText" f join "Document" d on d."id" = f."documentId" where d."programId" = $1 and d."number" like 'GRO-%'`, programId);
  await each(
    `insert into "Draft" ("id", "documentId", "baseEditionId", "schemaVersion", "start")
     select 'growth ' || $1 || n, e."documentId", e."id", $2, '{"type":"doc","content":[]}' from ${many} join ${base}`, programId, schemaVersion);
  await each(
    `insert into "Proposal" ("id", "programId", "documentId", "number", "title", "why", "affected", "stage", "authorId", "baseEditionId", "draftId", "createdAt")
     select gen_random_uuid()::text, $1, e."documentId", n, (array['Pursuit', 'Transport', 'Custody', 'Call-taking'])[1 + n % 4] || ' change ' || n, 'Because.', 'Officers.', case when n <= 5 then 'drafting' else 'notCarried' end, $2, e."id", 'growth ' || $1 || n, now() - n * interval '1 hour' from ${many} join ${base}`, programId, readerId);
  await each(
    `insert into "Round" ("id", "programId", "proposalId", "number", "frozenTextId", "charterId", "state", "openedById", "openedAt", "closesAt", "closedAt", "result")
     select gen_random_uuid()::text, $1, "id", 1, $2, $3, 'voided', $4, "createdAt", "createdAt" + interval '7 days', "createdAt" + interval '7 days', null from "Proposal" where "programId" = $1 and "stage" = 'notCarried'`, programId, frozenTextId, charterId, readerId);
  await each(
    `insert into "Decision" ("id", "programId", "documentId", "organizationId", "frozenTextId", "askedAt", "dueAt", "outcome", "reasons", "decidedById", "decidedAt")
     select gen_random_uuid()::text, $1, f."documentId", $2, f."id", now() - interval '90 days', now() - interval '30 days', 'declined', 'Not now.', $3, now() - interval '40 days' from "FrozenText" f join "Document" d on d."id" = f."documentId" where d."programId" = $1 and d."number" like 'GRO-%'`, programId, organizationId, readerId);
  await each(
    `insert into "Trainee" ("id", "programId", "organizationId", "name", "assignment", "shift", "code")
     select gen_random_uuid()::text, $1, $2, 'Officer ' || n, 'Patrol', 'Night', gen_random_uuid()::text from generate_series(1, ${people}) n`, programId, organizationId);
  await each(`analyze`);
  return { groupId };
}
