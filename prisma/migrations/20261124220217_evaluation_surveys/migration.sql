-- CreateTable
CREATE TABLE "LinkingSecret" (
    "programId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,

    CONSTRAINT "LinkingSecret_pkey" PRIMARY KEY ("programId")
);

-- CreateTable
CREATE TABLE "SurveyInstrument" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SurveyInstrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyItem" (
    "id" TEXT NOT NULL,
    "instrumentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "options" TEXT[],
    "right" INTEGER,
    "reversed" BOOLEAN NOT NULL DEFAULT false,
    "step" TEXT,

    CONSTRAINT "SurveyItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyWave" (
    "id" TEXT NOT NULL,
    "instrumentId" TEXT NOT NULL,
    "cohort" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemIds" TEXT[],
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,

    CONSTRAINT "SurveyWave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveySheet" (
    "waveId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,

    CONSTRAINT "SurveySheet_pkey" PRIMARY KEY ("waveId","codeHash")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "waveId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("waveId","codeHash","itemId")
);

-- CreateIndex
CREATE INDEX "SurveyInstrument_programId_idx" ON "SurveyInstrument"("programId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyItem_instrumentId_number_version_key" ON "SurveyItem"("instrumentId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyWave_instrumentId_cohort_kind_key" ON "SurveyWave"("instrumentId", "cohort", "kind");

-- CreateIndex
CREATE INDEX "SurveyAnswer_itemId_idx" ON "SurveyAnswer"("itemId");

-- AddForeignKey
ALTER TABLE "LinkingSecret" ADD CONSTRAINT "LinkingSecret_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInstrument" ADD CONSTRAINT "SurveyInstrument_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyInstrument" ADD CONSTRAINT "SurveyInstrument_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyItem" ADD CONSTRAINT "SurveyItem_instrumentId_fkey" FOREIGN KEY ("instrumentId") REFERENCES "SurveyInstrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyWave" ADD CONSTRAINT "SurveyWave_instrumentId_fkey" FOREIGN KEY ("instrumentId") REFERENCES "SurveyInstrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveySheet" ADD CONSTRAINT "SurveySheet_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "SurveyWave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_waveId_codeHash_fkey" FOREIGN KEY ("waveId", "codeHash") REFERENCES "SurveySheet"("waveId", "codeHash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "SurveyItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
