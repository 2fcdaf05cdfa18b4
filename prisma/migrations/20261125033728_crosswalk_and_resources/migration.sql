-- CreateTable
CREATE TABLE "Standard" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Standard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Requirement" (
    "id" TEXT NOT NULL,
    "standardId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "wordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClauseProof" (
    "id" TEXT NOT NULL,
    "requirementId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "clauseName" TEXT NOT NULL,
    "clauseHash" TEXT NOT NULL,
    "presentHash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "provenById" TEXT NOT NULL,
    "provenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClauseProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resource" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "hours" TEXT NOT NULL DEFAULT '',
    "validUntil" DATE,
    "state" TEXT NOT NULL DEFAULT 'open',
    "closedAt" TIMESTAMPTZ(3),
    "closedReason" TEXT NOT NULL DEFAULT '',
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResourceCitation" (
    "id" TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "clauseName" TEXT NOT NULL,
    "clauseHash" TEXT NOT NULL,
    "presentHash" TEXT NOT NULL,
    "citedById" TEXT NOT NULL,
    "citedAt" TIMESTAMPTZ(3) NOT NULL,
    "lookedById" TEXT,
    "lookedAt" TIMESTAMPTZ(3),
    "lookedNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ResourceCitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Standard_addedById_idx" ON "Standard"("addedById");

-- CreateIndex
CREATE UNIQUE INDEX "Standard_programId_name_key" ON "Standard"("programId", "name");

-- CreateIndex
CREATE INDEX "Requirement_standardId_position_idx" ON "Requirement"("standardId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Requirement_standardId_reference_key" ON "Requirement"("standardId", "reference");

-- CreateIndex
CREATE INDEX "ClauseProof_documentId_clauseId_idx" ON "ClauseProof"("documentId", "clauseId");

-- CreateIndex
CREATE INDEX "ClauseProof_editionId_idx" ON "ClauseProof"("editionId");

-- CreateIndex
CREATE INDEX "ClauseProof_provenById_idx" ON "ClauseProof"("provenById");

-- CreateIndex
CREATE UNIQUE INDEX "ClauseProof_requirementId_documentId_clauseId_key" ON "ClauseProof"("requirementId", "documentId", "clauseId");

-- CreateIndex
CREATE INDEX "Resource_addedById_idx" ON "Resource"("addedById");

-- CreateIndex
CREATE UNIQUE INDEX "Resource_programId_name_key" ON "Resource"("programId", "name");

-- CreateIndex
CREATE INDEX "ResourceCitation_documentId_clauseId_idx" ON "ResourceCitation"("documentId", "clauseId");

-- CreateIndex
CREATE INDEX "ResourceCitation_editionId_idx" ON "ResourceCitation"("editionId");

-- CreateIndex
CREATE INDEX "ResourceCitation_citedById_idx" ON "ResourceCitation"("citedById");

-- CreateIndex
CREATE INDEX "ResourceCitation_lookedById_idx" ON "ResourceCitation"("lookedById");

-- CreateIndex
CREATE UNIQUE INDEX "ResourceCitation_resourceId_documentId_clauseId_key" ON "ResourceCitation"("resourceId", "documentId", "clauseId");

-- AddForeignKey
ALTER TABLE "Standard" ADD CONSTRAINT "Standard_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standard" ADD CONSTRAINT "Standard_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Requirement" ADD CONSTRAINT "Requirement_standardId_fkey" FOREIGN KEY ("standardId") REFERENCES "Standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseProof" ADD CONSTRAINT "ClauseProof_requirementId_fkey" FOREIGN KEY ("requirementId") REFERENCES "Requirement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseProof" ADD CONSTRAINT "ClauseProof_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseProof" ADD CONSTRAINT "ClauseProof_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseProof" ADD CONSTRAINT "ClauseProof_provenById_fkey" FOREIGN KEY ("provenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resource" ADD CONSTRAINT "Resource_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceCitation" ADD CONSTRAINT "ResourceCitation_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "Resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceCitation" ADD CONSTRAINT "ResourceCitation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceCitation" ADD CONSTRAINT "ResourceCitation_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceCitation" ADD CONSTRAINT "ResourceCitation_citedById_fkey" FOREIGN KEY ("citedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResourceCitation" ADD CONSTRAINT "ResourceCitation_lookedById_fkey" FOREIGN KEY ("lookedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
