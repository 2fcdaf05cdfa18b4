-- DropIndex
DROP INDEX "Proposal_documentId_idx";

-- AlterTable
ALTER TABLE "Cast" ADD COLUMN     "castBy" TEXT NOT NULL DEFAULT 'holder',
ADD COLUMN     "castByName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "safety" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "charterRules" JSONB,
ADD COLUMN     "reviseUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RollEntry" ADD COLUMN     "alternateId" TEXT,
ADD COLUMN     "alternateName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recusedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recusedReason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "heldUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "alternateId" TEXT;

-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "castBy" TEXT NOT NULL DEFAULT 'holder',
ADD COLUMN     "castByName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "safety" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Committee" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "requiredGroups" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeMember" (
    "committeeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommitteeMember_pkey" PRIMARY KEY ("committeeId","personId")
);

-- CreateTable
CREATE TABLE "Amendment" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "clauseId" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "authorId" TEXT NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "promotedToId" TEXT,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "roundId" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("roundId")
);

-- CreateTable
CREATE TABLE "Dissent" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "groupName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dissent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Committee_programId_name_key" ON "Committee"("programId", "name");

-- CreateIndex
CREATE INDEX "CommitteeMember_personId_idx" ON "CommitteeMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_promotedToId_key" ON "Amendment"("promotedToId");

-- CreateIndex
CREATE INDEX "Amendment_authorId_idx" ON "Amendment"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_proposalId_number_key" ON "Amendment"("proposalId", "number");

-- CreateIndex
CREATE INDEX "Extension_roundId_idx" ON "Extension"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Dissent_roundId_groupId_key" ON "Dissent"("roundId", "groupId");

-- CreateIndex
CREATE INDEX "Proposal_documentId_stage_idx" ON "Proposal"("documentId", "stage");

-- CreateIndex
CREATE INDEX "RollEntry_personId_idx" ON "RollEntry"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RollEntry_roundId_alternateId_key" ON "RollEntry"("roundId", "alternateId");

-- CreateIndex
CREATE INDEX "Round_state_closedAt_idx" ON "Round"("state", "closedAt");

-- CreateIndex
CREATE INDEX "Seat_alternateId_idx" ON "Seat"("alternateId");

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_alternateId_fkey" FOREIGN KEY ("alternateId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Committee" ADD CONSTRAINT "Committee_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeMember" ADD CONSTRAINT "CommitteeMember_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeMember" ADD CONSTRAINT "CommitteeMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_promotedToId_fkey" FOREIGN KEY ("promotedToId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollEntry" ADD CONSTRAINT "RollEntry_alternateId_fkey" FOREIGN KEY ("alternateId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissent" ADD CONSTRAINT "Dissent_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissent" ADD CONSTRAINT "Dissent_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
