-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "signedFrom" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "signedHash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "provedAt" TIMESTAMPTZ(3),
ADD COLUMN     "provedFrom" TEXT NOT NULL DEFAULT '';
