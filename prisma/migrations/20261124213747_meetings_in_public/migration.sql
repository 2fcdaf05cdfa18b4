-- DropIndex
DROP INDEX "Meeting_programId_startsAt_idx";

-- DropIndex
DROP INDEX "Meeting_programId_state_startsAt_idx";

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "published" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Meeting_programId_endsAt_idx" ON "Meeting"("programId", "endsAt");

-- CreateIndex
CREATE INDEX "Meeting_published_startsAt_idx" ON "Meeting"("published", "startsAt");
