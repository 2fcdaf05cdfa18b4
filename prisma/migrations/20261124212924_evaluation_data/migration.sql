-- CreateTable
CREATE TABLE "DataAgreement" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "fields" TEXT[],
    "retention" TEXT NOT NULL,
    "publication" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementMeasure" (
    "agreementId" TEXT NOT NULL,
    "measureId" TEXT NOT NULL,

    CONSTRAINT "AgreementMeasure_pkey" PRIMARY KEY ("agreementId","measureId")
);

-- CreateTable
CREATE TABLE "DataImport" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "agreementId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "header" TEXT[],
    "sample" JSONB NOT NULL,
    "mapping" JSONB,
    "staged" BYTEA,
    "rowsTotal" INTEGER NOT NULL,
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "notes" JSONB,
    "importedById" TEXT NOT NULL,
    "stagedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,
    "undoneAt" TIMESTAMPTZ(3),
    "releasePending" BOOLEAN NOT NULL DEFAULT false,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DataImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AggregateCount" (
    "importId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "measureId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "stratum" TEXT NOT NULL,
    "numerator" DOUBLE PRECISION NOT NULL,
    "denominator" DOUBLE PRECISION,

    CONSTRAINT "AggregateCount_pkey" PRIMARY KEY ("importId","row")
);

-- CreateTable
CREATE TABLE "ReleasedBlock" (
    "measureId" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "importId" TEXT,
    "threshold" INTEGER NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "cells" JSONB NOT NULL,
    "memory" JSONB NOT NULL,
    "months" BOOLEAN NOT NULL,
    "strata" BOOLEAN NOT NULL,
    "agencies" BOOLEAN NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReleasedBlock_pkey" PRIMARY KEY ("measureId","block","number")
);

-- CreateTable
CREATE TABLE "SmallCellRule" (
    "measureId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SmallCellRule_pkey" PRIMARY KEY ("measureId","number")
);

-- CreateIndex
CREATE INDEX "DataAgreement_programId_expiresOn_idx" ON "DataAgreement"("programId", "expiresOn");

-- CreateIndex
CREATE INDEX "AgreementMeasure_measureId_idx" ON "AgreementMeasure"("measureId");

-- CreateIndex
CREATE INDEX "DataImport_state_beatAt_idx" ON "DataImport"("state", "beatAt");

-- CreateIndex
CREATE INDEX "DataImport_agreementId_idx" ON "DataImport"("agreementId");

-- CreateIndex
CREATE UNIQUE INDEX "DataImport_programId_number_key" ON "DataImport"("programId", "number");

-- CreateIndex
CREATE INDEX "AggregateCount_measureId_period_idx" ON "AggregateCount"("measureId", "period");

-- CreateIndex
CREATE INDEX "AggregateCount_organizationId_idx" ON "AggregateCount"("organizationId");

-- CreateIndex
CREATE INDEX "ReleasedBlock_importId_idx" ON "ReleasedBlock"("importId");

-- AddForeignKey
ALTER TABLE "DataAgreement" ADD CONSTRAINT "DataAgreement_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataAgreement" ADD CONSTRAINT "DataAgreement_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementMeasure" ADD CONSTRAINT "AgreementMeasure_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "DataAgreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementMeasure" ADD CONSTRAINT "AgreementMeasure_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataImport" ADD CONSTRAINT "DataImport_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataImport" ADD CONSTRAINT "DataImport_agreementId_fkey" FOREIGN KEY ("agreementId") REFERENCES "DataAgreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataImport" ADD CONSTRAINT "DataImport_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataImport" ADD CONSTRAINT "DataImport_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AggregateCount" ADD CONSTRAINT "AggregateCount_importId_fkey" FOREIGN KEY ("importId") REFERENCES "DataImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AggregateCount" ADD CONSTRAINT "AggregateCount_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AggregateCount" ADD CONSTRAINT "AggregateCount_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleasedBlock" ADD CONSTRAINT "ReleasedBlock_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleasedBlock" ADD CONSTRAINT "ReleasedBlock_importId_fkey" FOREIGN KEY ("importId") REFERENCES "DataImport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmallCellRule" ADD CONSTRAINT "SmallCellRule_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SmallCellRule" ADD CONSTRAINT "SmallCellRule_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
