import type { ParticipationRow } from "~/domain/voting/participation";
import type { Database } from "./database.server";

type Asked = { programId: string; organizationId: string; since: Date; timeZone: string };

/** Who was invited to the votes closed since a day and who voted, by person, organization, group and quarter, newest first. Each as named on the rolls of then. */
export async function participationOf(db: Database, { programId, organizationId, since, timeZone }: Asked): Promise<ParticipationRow[]> {
  const rows = await db.$queryRaw<ParticipationRow[]>`
    with entries as (
      select entry."personId", entry."personName", entry."organizationId", entry."organizationName", entry."groupId", entry."groupName",
        to_char(round."closedAt" at time zone ${timeZone}, 'YYYY "Q"Q') as quarter,
        (entry."personId" is not null and entry."recusedAt" is null)::int as invited,
        (entry."hasVoted" and entry."recusedAt" is null)::int as voted
      from "Round" round
        left join "Proposal" proposal on proposal.id = round."proposalId"
        left join "Document" document on document.id = proposal."documentId"
        join "RollEntry" entry on entry."roundId" = round.id
      where round.state = 'closed' and round."closedAt" >= ${since} and round."programId" = ${programId}
        and (document.id is null or document.visibility <> 'organization' or document."organizationId" = ${organizationId})
    ), parts as (
      select 'group' as kind, 1 as place, "groupId" as id, "groupName" as name, quarter, invited, voted from entries
      union all select 'organization', 2, "organizationId", "organizationName", quarter, invited, voted from entries
      union all select 'person', 3, "personId", "personName", quarter, invited, voted from entries where "personId" is not null
    )
    select kind, id, max(name) as name, quarter, count(*)::int as seats, sum(invited)::int as invited, sum(voted)::int as voted
    from parts group by kind, place, id, quarter order by quarter desc, place, name`;
  return rows;
}
