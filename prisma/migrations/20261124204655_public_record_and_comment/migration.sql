-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "auditContactId" TEXT;

-- CreateTable
CREATE TABLE "RecordsHead" (
    "programId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "publicKey" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "RecordsHead_pkey" PRIMARY KEY ("programId","sequence")
);

-- CreateTable
CREATE TABLE "CommentRound" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "proposalId" TEXT,
    "subjectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenTextId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CommentRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicComment" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "clauseId" TEXT,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hiddenReason" TEXT NOT NULL DEFAULT '',
    "hiddenById" TEXT,
    "hiddenAt" TIMESTAMPTZ(3),
    "disposition" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublicComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommentRound_programId_state_idx" ON "CommentRound"("programId", "state");

-- CreateIndex
CREATE INDEX "CommentRound_state_closesAt_idx" ON "CommentRound"("state", "closesAt");

-- CreateIndex
CREATE INDEX "CommentRound_documentId_idx" ON "CommentRound"("documentId");

-- CreateIndex
CREATE INDEX "CommentRound_proposalId_idx" ON "CommentRound"("proposalId");

-- CreateIndex
CREATE INDEX "CommentRound_subjectId_number_idx" ON "CommentRound"("subjectId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PublicComment_reference_key" ON "PublicComment"("reference");

-- CreateIndex
CREATE INDEX "PublicComment_roundId_at_idx" ON "PublicComment"("roundId", "at");

-- CreateIndex
CREATE INDEX "PublicComment_roundId_disposition_idx" ON "PublicComment"("roundId", "disposition");

-- CreateIndex
CREATE INDEX "Organization_auditContactId_idx" ON "Organization"("auditContactId");

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_auditContactId_fkey" FOREIGN KEY ("auditContactId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRound" ADD CONSTRAINT "CommentRound_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRound" ADD CONSTRAINT "CommentRound_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRound" ADD CONSTRAINT "CommentRound_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRound" ADD CONSTRAINT "CommentRound_frozenTextId_fkey" FOREIGN KEY ("frozenTextId") REFERENCES "FrozenText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentRound" ADD CONSTRAINT "CommentRound_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicComment" ADD CONSTRAINT "PublicComment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "CommentRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicComment" ADD CONSTRAINT "PublicComment_hiddenById_fkey" FOREIGN KEY ("hiddenById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicComment" ADD CONSTRAINT "PublicComment_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Signed heads only grow, as the records do.
CREATE TRIGGER "RecordsHead_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordsHead"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
