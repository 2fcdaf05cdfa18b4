-- AlterTable
ALTER TABLE "Program" ADD COLUMN     "retentionThreshold" INTEGER NOT NULL DEFAULT 70;
