-- CreateTable
CREATE TABLE "Debrief" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "shift" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "marks" TEXT[],
    "well" TEXT NOT NULL,
    "practise" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,

    CONSTRAINT "Debrief_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Debrief_programId_month_idx" ON "Debrief"("programId", "month");

-- CreateIndex
CREATE INDEX "Debrief_organizationId_month_idx" ON "Debrief"("organizationId", "month");

-- CreateIndex
CREATE INDEX "Debrief_writtenById_idx" ON "Debrief"("writtenById");

-- AddForeignKey
ALTER TABLE "Debrief" ADD CONSTRAINT "Debrief_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debrief" ADD CONSTRAINT "Debrief_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debrief" ADD CONSTRAINT "Debrief_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
