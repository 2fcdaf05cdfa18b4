-- CreateIndex
CREATE INDEX "Notice_personId_at_idx" ON "Notice"("personId", "at");
