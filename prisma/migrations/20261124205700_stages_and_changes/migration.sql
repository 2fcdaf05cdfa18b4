-- DropIndex
DROP INDEX "Adoption_decisionId_key";

-- AlterTable
ALTER TABLE "Adoption" ADD COLUMN     "ownTextId" TEXT,
ADD COLUMN     "until" DATE;

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "carriedHash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "leftOn" DATE;

-- CreateTable
CREATE TABLE "AgencyPath" (
    "organizationId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "stages" JSONB NOT NULL,
    "holidays" TEXT[],
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgencyPath_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "DecisionStage" (
    "id" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "noticeDays" INTEGER,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "skippedById" TEXT,
    "skippedReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "DecisionStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageApprover" (
    "stageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "StageApprover_pkey" PRIMARY KEY ("stageId","personId")
);

-- CreateTable
CREATE TABLE "StageSignature" (
    "id" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "noticeOn" DATE,
    "signedHash" TEXT NOT NULL,
    "signedFrom" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StageSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyText" (
    "id" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenTextId" TEXT NOT NULL,
    "basisHash" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "typoOnly" BOOLEAN NOT NULL,
    "madeById" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "signedFrom" TEXT NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "commentUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AgencyText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeComment" (
    "id" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChangeComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActingHead" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActingHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DecisionStage_skippedById_idx" ON "DecisionStage"("skippedById");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionStage_decisionId_position_key" ON "DecisionStage"("decisionId", "position");

-- CreateIndex
CREATE INDEX "StageApprover_personId_idx" ON "StageApprover"("personId");

-- CreateIndex
CREATE INDEX "StageSignature_personId_idx" ON "StageSignature"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "StageSignature_stageId_attempt_personId_key" ON "StageSignature"("stageId", "attempt", "personId");

-- CreateIndex
CREATE INDEX "AgencyText_frozenTextId_idx" ON "AgencyText"("frozenTextId");

-- CreateIndex
CREATE INDEX "AgencyText_madeById_idx" ON "AgencyText"("madeById");

-- CreateIndex
CREATE INDEX "AgencyText_confirmedById_idx" ON "AgencyText"("confirmedById");

-- CreateIndex
CREATE UNIQUE INDEX "AgencyText_decisionId_number_key" ON "AgencyText"("decisionId", "number");

-- CreateIndex
CREATE INDEX "ChangeComment_decisionId_at_idx" ON "ChangeComment"("decisionId", "at");

-- CreateIndex
CREATE INDEX "ChangeComment_authorId_idx" ON "ChangeComment"("authorId");

-- CreateIndex
CREATE INDEX "ActingHead_organizationId_until_idx" ON "ActingHead"("organizationId", "until");

-- CreateIndex
CREATE INDEX "ActingHead_personId_until_idx" ON "ActingHead"("personId", "until");

-- CreateIndex
CREATE INDEX "Adoption_decisionId_idx" ON "Adoption"("decisionId");

-- CreateIndex
CREATE INDEX "Adoption_ownTextId_idx" ON "Adoption"("ownTextId");

-- AddForeignKey
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_ownTextId_fkey" FOREIGN KEY ("ownTextId") REFERENCES "FrozenText"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyPath" ADD CONSTRAINT "AgencyPath_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionStage" ADD CONSTRAINT "DecisionStage_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionStage" ADD CONSTRAINT "DecisionStage_skippedById_fkey" FOREIGN KEY ("skippedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageApprover" ADD CONSTRAINT "StageApprover_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "DecisionStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageApprover" ADD CONSTRAINT "StageApprover_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageSignature" ADD CONSTRAINT "StageSignature_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "DecisionStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageSignature" ADD CONSTRAINT "StageSignature_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyText" ADD CONSTRAINT "AgencyText_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyText" ADD CONSTRAINT "AgencyText_frozenTextId_fkey" FOREIGN KEY ("frozenTextId") REFERENCES "FrozenText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyText" ADD CONSTRAINT "AgencyText_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyText" ADD CONSTRAINT "AgencyText_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeComment" ADD CONSTRAINT "ChangeComment_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeComment" ADD CONSTRAINT "ChangeComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActingHead" ADD CONSTRAINT "ActingHead_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActingHead" ADD CONSTRAINT "ActingHead_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
