CREATE INDEX "Amendment_state_offeredAt_idx" ON "Amendment"("state", "offeredAt");
