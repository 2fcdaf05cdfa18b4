-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureVersion" (
    "id" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "numerator" TEXT NOT NULL,
    "denominator" TEXT NOT NULL,
    "exclusions" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "ownerId" TEXT,
    "healthData" BOOLEAN NOT NULL,
    "origin" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeasureVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureClause" (
    "measureId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "linkedById" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeasureClause_pkey" PRIMARY KEY ("measureId","documentId","clauseId")
);

-- CreateTable
CREATE TABLE "EvaluationPlan" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'drafting',
    "parts" JSONB NOT NULL DEFAULT '{}',
    "partsVersion" INTEGER NOT NULL DEFAULT 0,
    "amendment" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvaluationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanMeasure" (
    "planId" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,

    CONSTRAINT "PlanMeasure_pkey" PRIMARY KEY ("planId","measureId")
);

-- CreateTable
CREATE TABLE "PlanSigner" (
    "planId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "PlanSigner_pkey" PRIMARY KEY ("planId","personId")
);

-- CreateTable
CREATE TABLE "PlanContributor" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "PlanContributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanReview" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenTextId" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'open',
    "endedAt" TIMESTAMPTZ(3),
    "version" INTEGER,
    "amendment" JSONB,

    CONSTRAINT "PlanReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanAnswer" (
    "reviewId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "organizationName" TEXT NOT NULL,
    "answer" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "PlanAnswer_pkey" PRIMARY KEY ("reviewId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Measure_programId_key_key" ON "Measure"("programId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "MeasureVersion_measureId_number_key" ON "MeasureVersion"("measureId", "number");

-- CreateIndex
CREATE INDEX "MeasureClause_documentId_idx" ON "MeasureClause"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "EvaluationPlan_documentId_key" ON "EvaluationPlan"("documentId");

-- CreateIndex
CREATE INDEX "EvaluationPlan_programId_state_idx" ON "EvaluationPlan"("programId", "state");

-- CreateIndex
CREATE INDEX "PlanMeasure_measureId_idx" ON "PlanMeasure"("measureId");

-- CreateIndex
CREATE INDEX "PlanSigner_personId_idx" ON "PlanSigner"("personId");

-- CreateIndex
CREATE INDEX "PlanContributor_planId_idx" ON "PlanContributor"("planId");

-- CreateIndex
CREATE INDEX "PlanContributor_personId_idx" ON "PlanContributor"("personId");

-- CreateIndex
CREATE INDEX "PlanReview_outcome_answerBy_idx" ON "PlanReview"("outcome", "answerBy");

-- CreateIndex
CREATE INDEX "PlanReview_frozenTextId_idx" ON "PlanReview"("frozenTextId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanReview_planId_number_key" ON "PlanReview"("planId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PlanReview_planId_version_key" ON "PlanReview"("planId", "version");

-- CreateIndex
CREATE INDEX "PlanAnswer_personId_answer_idx" ON "PlanAnswer"("personId", "answer");

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureVersion" ADD CONSTRAINT "MeasureVersion_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureVersion" ADD CONSTRAINT "MeasureVersion_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureVersion" ADD CONSTRAINT "MeasureVersion_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureClause" ADD CONSTRAINT "MeasureClause_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureClause" ADD CONSTRAINT "MeasureClause_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureClause" ADD CONSTRAINT "MeasureClause_linkedById_fkey" FOREIGN KEY ("linkedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationPlan" ADD CONSTRAINT "EvaluationPlan_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationPlan" ADD CONSTRAINT "EvaluationPlan_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanMeasure" ADD CONSTRAINT "PlanMeasure_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EvaluationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanMeasure" ADD CONSTRAINT "PlanMeasure_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSigner" ADD CONSTRAINT "PlanSigner_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EvaluationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanSigner" ADD CONSTRAINT "PlanSigner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanContributor" ADD CONSTRAINT "PlanContributor_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EvaluationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanContributor" ADD CONSTRAINT "PlanContributor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanReview" ADD CONSTRAINT "PlanReview_planId_fkey" FOREIGN KEY ("planId") REFERENCES "EvaluationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanReview" ADD CONSTRAINT "PlanReview_frozenTextId_fkey" FOREIGN KEY ("frozenTextId") REFERENCES "FrozenText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanReview" ADD CONSTRAINT "PlanReview_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAnswer" ADD CONSTRAINT "PlanAnswer_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "PlanReview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAnswer" ADD CONSTRAINT "PlanAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A definition is never changed: a changed one is the next version.
CREATE FUNCTION refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What is frozen is never changed or removed.' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER "MeasureVersion_immutable"
  BEFORE UPDATE OR DELETE ON "MeasureVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_frozen_change();

-- A plan that all its signers approved stays as they signed it.
CREATE TRIGGER "PlanReview_frozen"
  BEFORE UPDATE OR DELETE ON "PlanReview"
  FOR EACH ROW WHEN (OLD."version" IS NOT NULL) EXECUTE FUNCTION refuse_frozen_change();

-- Plans that were started as documents before get their parts.
INSERT INTO "EvaluationPlan" ("id", "programId", "documentId") SELECT gen_random_uuid()::text, "programId", "id" FROM "Document" WHERE "kind" = 'evaluation-plan';
