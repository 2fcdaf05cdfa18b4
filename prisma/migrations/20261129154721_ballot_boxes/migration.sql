-- CreateTable
CREATE TABLE "BallotBox" (
    "roundId" TEXT NOT NULL,
    "ballots" TEXT NOT NULL,

    CONSTRAINT "BallotBox_pkey" PRIMARY KEY ("roundId")
);

-- Out of line and as it is: the database copies into its log a page of rows that somebody reads, and no page of such a text.
ALTER TABLE "BallotBox" ALTER COLUMN "ballots" SET STORAGE EXTERNAL;

-- What is still open goes into its box.
INSERT INTO "BallotBox" ("roundId", "ballots")
SELECT "roundId", rpad("ballots", greatest(4096, length("ballots"))) FROM (
  SELECT "roundId", json_agg(json_build_object('id', ballot."id", 'groupId', "groupId", 'organizationId', "organizationId", 'choice', ballot."choice", 'reason', "reason", 'receipt', "receipt") ORDER BY ballot."id")::text AS "ballots"
  FROM "SecretBallot" ballot JOIN "Round" round ON round."id" = "roundId" WHERE round."state" = 'open' GROUP BY "roundId"
) AS waiting;
DELETE FROM "SecretBallot" ballot USING "Round" round WHERE round."id" = ballot."roundId" AND round."state" = 'open';

-- Whoever serves the pages may write rows and not empty a table. Emptied this way the table gets a new file, and the old one is thrown away:
-- deleted rows would lie in it, each with the transaction that wrote it, until somebody tidied up.
CREATE FUNCTION empty_ballot_boxes() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  TRUNCATE "BallotBox"
$$;

-- The same for what secret ballots left behind before they were kept so.
CLUSTER "SecretBallot" USING "SecretBallot_pkey";
