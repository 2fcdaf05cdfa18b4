-- CreateIndex
CREATE INDEX "Proposal_programId_createdAt_idx" ON "Proposal"("programId", "createdAt");
