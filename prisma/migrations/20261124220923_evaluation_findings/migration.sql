-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "planId" TEXT NOT NULL,
    "planVersion" INTEGER NOT NULL,
    "measureId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content" JSONB NOT NULL,
    "contentVersion" INTEGER NOT NULL DEFAULT 0,
    "analysis" JSONB,
    "dialogueDays" INTEGER NOT NULL DEFAULT 30,
    "dialogueEndsAt" TIMESTAMPTZ(3),
    "checkedById" TEXT,
    "checkedByName" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "embargoUntil" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingAgency" (
    "findingId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "stance" TEXT,
    "response" TEXT NOT NULL DEFAULT '',
    "respondedById" TEXT,
    "respondedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FindingAgency_pkey" PRIMARY KEY ("findingId","organizationId")
);

-- CreateTable
CREATE TABLE "FindingComment" (
    "id" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reply" TEXT,
    "repliedByName" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "corrected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FindingComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingVersion" (
    "findingId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'current',
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FindingVersion_pkey" PRIMARY KEY ("findingId","version")
);

-- CreateTable
CREATE TABLE "FindingAction" (
    "id" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "weakness" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "due" DATE NOT NULL,
    "proposalId" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Study" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "design" TEXT NOT NULL,
    "n" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "limits" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Finding_programId_state_idx" ON "Finding"("programId", "state");

-- CreateIndex
CREATE INDEX "Finding_state_embargoUntil_idx" ON "Finding"("state", "embargoUntil");

-- CreateIndex
CREATE INDEX "Finding_planId_idx" ON "Finding"("planId");

-- CreateIndex
CREATE INDEX "Finding_measureId_idx" ON "Finding"("measureId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_programId_number_key" ON "Finding"("programId", "number");

-- CreateIndex
CREATE INDEX "FindingAgency_organizationId_idx" ON "FindingAgency"("organizationId");

-- CreateIndex
CREATE INDEX "FindingComment_findingId_at_idx" ON "FindingComment"("findingId", "at");

-- CreateIndex
CREATE INDEX "FindingVersion_standing_publishedAt_idx" ON "FindingVersion"("standing", "publishedAt");

-- CreateIndex
CREATE INDEX "FindingAction_findingId_idx" ON "FindingAction"("findingId");

-- CreateIndex
CREATE INDEX "FindingAction_ownerId_doneAt_idx" ON "FindingAction"("ownerId", "doneAt");

-- CreateIndex
CREATE INDEX "FindingAction_proposalId_idx" ON "FindingAction"("proposalId");

-- CreateIndex
CREATE INDEX "Study_programId_year_idx" ON "Study"("programId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Study_programId_title_key" ON "Study"("programId", "title");

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EvaluationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAgency" ADD CONSTRAINT "FindingAgency_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAgency" ADD CONSTRAINT "FindingAgency_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAgency" ADD CONSTRAINT "FindingAgency_respondedById_fkey" FOREIGN KEY ("respondedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingComment" ADD CONSTRAINT "FindingComment_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingComment" ADD CONSTRAINT "FindingComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingVersion" ADD CONSTRAINT "FindingVersion_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAction" ADD CONSTRAINT "FindingAction_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAction" ADD CONSTRAINT "FindingAction_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAction" ADD CONSTRAINT "FindingAction_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
