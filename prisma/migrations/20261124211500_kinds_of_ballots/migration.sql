-- DropForeignKey
ALTER TABLE "Round" DROP CONSTRAINT "Round_frozenTextId_fkey";

-- DropForeignKey
ALTER TABLE "Round" DROP CONSTRAINT "Round_proposalId_fkey";

-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "meetingNoticeHours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "openMeetings" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "RollEntry" ADD COLUMN     "hasVoted" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "askedGroups" TEXT[],
ADD COLUMN     "explanation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "highestScore" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'consent',
ADD COLUMN     "meetingId" TEXT,
ADD COLUMN     "mostChoices" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "programId" TEXT,
ADD COLUMN     "question" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reasons" TEXT,
ADD COLUMN     "results" TEXT,
ADD COLUMN     "secret" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "proposalId" DROP NOT NULL,
ALTER COLUMN "frozenTextId" DROP NOT NULL;

UPDATE "Round" SET "programId" = (SELECT "programId" FROM "Proposal" WHERE "Proposal"."id" = "Round"."proposalId");
ALTER TABLE "Round" ALTER COLUMN "programId" SET NOT NULL;

-- CreateTable
CREATE TABLE "RoundSubject" (
    "roundId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,

    CONSTRAINT "RoundSubject_pkey" PRIMARY KEY ("roundId","proposalId")
);

-- CreateTable
CREATE TABLE "SecretBallot" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "groupId" TEXT,
    "organizationId" TEXT,
    "choice" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,

    CONSTRAINT "SecretBallot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "calledById" TEXT NOT NULL,
    "noticedAt" TIMESTAMPTZ(3),
    "cancelledReason" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "minutesAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "proposalId" TEXT,
    "decisionId" TEXT,
    "roundId" TEXT,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "meetingId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "seatTitle" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "groupName" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("meetingId","seatId")
);

-- CreateTable
CREATE TABLE "Motion" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "movedBy" TEXT NOT NULL,
    "secondedBy" TEXT NOT NULL,
    "votes" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "enteredById" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "proposalId" TEXT,

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConcernReading" (
    "concernId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConcernReading_pkey" PRIMARY KEY ("concernId","personId")
);

-- CreateIndex
CREATE INDEX "RoundSubject_proposalId_idx" ON "RoundSubject"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "SecretBallot_receipt_key" ON "SecretBallot"("receipt");

-- CreateIndex
CREATE INDEX "SecretBallot_roundId_idx" ON "SecretBallot"("roundId");

-- CreateIndex
CREATE INDEX "Meeting_programId_startsAt_idx" ON "Meeting"("programId", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_programId_state_startsAt_idx" ON "Meeting"("programId", "state", "startsAt");

-- CreateIndex
CREATE INDEX "AgendaItem_proposalId_idx" ON "AgendaItem"("proposalId");

-- CreateIndex
CREATE INDEX "AgendaItem_decisionId_idx" ON "AgendaItem"("decisionId");

-- CreateIndex
CREATE INDEX "AgendaItem_roundId_idx" ON "AgendaItem"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_position_key" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "Attendance_seatId_idx" ON "Attendance"("seatId");

-- CreateIndex
CREATE INDEX "Motion_enteredById_idx" ON "Motion"("enteredById");

-- CreateIndex
CREATE UNIQUE INDEX "Motion_meetingId_requestId_key" ON "Motion"("meetingId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Motion_meetingId_position_key" ON "Motion"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Concern_codeHash_key" ON "Concern"("codeHash");

-- CreateIndex
CREATE INDEX "Concern_programId_state_week_idx" ON "Concern"("programId", "state", "week");

-- CreateIndex
CREATE INDEX "Concern_proposalId_idx" ON "Concern"("proposalId");

-- CreateIndex
CREATE INDEX "ConcernReading_personId_idx" ON "ConcernReading"("personId");

-- CreateIndex
CREATE INDEX "RollEntry_personId_hasVoted_idx" ON "RollEntry"("personId", "hasVoted");

-- CreateIndex
CREATE INDEX "Round_programId_openedAt_idx" ON "Round"("programId", "openedAt");

-- CreateIndex
CREATE INDEX "Round_meetingId_idx" ON "Round"("meetingId");

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_frozenTextId_fkey" FOREIGN KEY ("frozenTextId") REFERENCES "FrozenText"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundSubject" ADD CONSTRAINT "RoundSubject_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundSubject" ADD CONSTRAINT "RoundSubject_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecretBallot" ADD CONSTRAINT "SecretBallot_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Motion" ADD CONSTRAINT "Motion_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernReading" ADD CONSTRAINT "ConcernReading_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernReading" ADD CONSTRAINT "ConcernReading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "RollEntry" SET "hasVoted" = true WHERE "id" IN (SELECT "rollEntryId" FROM "Vote");

-- What a ballot asks stays as its voters read it, and a secret ballot stays secret.
CREATE FUNCTION refuse_other_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.secret AND NOT NEW.secret THEN RAISE EXCEPTION 'A secret ballot stays secret.'; END IF;
  IF NEW.kind <> OLD.kind OR NEW.question <> OLD.question OR NEW.options::text <> OLD.options::text OR NEW.secret <> OLD.secret THEN
    RAISE EXCEPTION 'What a ballot asks cannot change once it is open.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_stays_as_asked BEFORE UPDATE ON "Round" FOR EACH ROW EXECUTE FUNCTION refuse_other_ballot();
