-- CreateTable
CREATE TABLE "FindingRecheck" (
    "id" TEXT NOT NULL,
    "findingId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "stands" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FindingRecheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FindingRecheck_findingId_at_idx" ON "FindingRecheck"("findingId", "at");

-- AddForeignKey
ALTER TABLE "FindingRecheck" ADD CONSTRAINT "FindingRecheck_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
