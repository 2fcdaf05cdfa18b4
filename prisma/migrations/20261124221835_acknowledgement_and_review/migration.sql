-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "reviewMonths" INTEGER NOT NULL DEFAULT 12;

-- CreateTable
CREATE TABLE "Acknowledgement" (
    "personId" TEXT NOT NULL,
    "adoptionId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editionHash" TEXT NOT NULL,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("personId","adoptionId")
);

-- CreateTable
CREATE TABLE "QuizQuestion" (
    "id" TEXT NOT NULL,
    "adoptionId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "choices" TEXT[],
    "answer" INTEGER NOT NULL,

    CONSTRAINT "QuizQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentReview" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "reviewedById" TEXT NOT NULL,

    CONSTRAINT "DocumentReview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Acknowledgement_adoptionId_idx" ON "Acknowledgement"("adoptionId");

-- CreateIndex
CREATE INDEX "QuizQuestion_adoptionId_idx" ON "QuizQuestion"("adoptionId");

-- CreateIndex
CREATE INDEX "DocumentReview_documentId_day_idx" ON "DocumentReview"("documentId", "day");

-- CreateIndex
CREATE INDEX "DocumentReview_reviewedById_idx" ON "DocumentReview"("reviewedById");

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizQuestion" ADD CONSTRAINT "QuizQuestion_adoptionId_fkey" FOREIGN KEY ("adoptionId") REFERENCES "Adoption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentReview" ADD CONSTRAINT "DocumentReview_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentReview" ADD CONSTRAINT "DocumentReview_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
