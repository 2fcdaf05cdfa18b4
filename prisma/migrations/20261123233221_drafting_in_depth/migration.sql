-- DropForeignKey
ALTER TABLE "Comment" DROP CONSTRAINT "Comment_proposalId_fkey";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "threadId" TEXT,
ALTER COLUMN "proposalId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "copyright" TEXT NOT NULL DEFAULT 'own',
ADD COLUMN     "rightsBasis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rightsConfirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rightsConfirmedById" TEXT,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Thread" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "clauseId" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "atVersion" INTEGER NOT NULL,
    "suggestionId" TEXT,
    "carriedFromId" TEXT,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "assignedToId" TEXT,
    "resolvedById" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuggestionDecision" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "suggestionId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "suggestedAt" TIMESTAMPTZ(3) NOT NULL,
    "clauseId" TEXT,
    "words" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SuggestionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClauseLock" (
    "draftId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "heldById" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClauseLock_pkey" PRIMARY KEY ("draftId","clauseId")
);

-- CreateTable
CREATE TABLE "DraftReading" (
    "personId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftReading_pkey" PRIMARY KEY ("personId","draftId")
);

-- CreateTable
CREATE TABLE "EditionReading" (
    "personId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditionReading_pkey" PRIMARY KEY ("personId","documentId")
);

-- CreateTable
CREATE TABLE "PlainText" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "clauseHash" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlainText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "variants" TEXT[],

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermDefinition" (
    "id" TEXT NOT NULL,
    "termId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TermDefinition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "personId" TEXT,
    "groupId" TEXT,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Thread_draftId_resolvedAt_idx" ON "Thread"("draftId", "resolvedAt");

-- CreateIndex
CREATE INDEX "Thread_assignedToId_idx" ON "Thread"("assignedToId");

-- CreateIndex
CREATE INDEX "Thread_carriedFromId_idx" ON "Thread"("carriedFromId");

-- CreateIndex
CREATE INDEX "SuggestionDecision_draftId_decidedAt_idx" ON "SuggestionDecision"("draftId", "decidedAt");

-- CreateIndex
CREATE INDEX "SuggestionDecision_draftId_suggestionId_idx" ON "SuggestionDecision"("draftId", "suggestionId");

-- CreateIndex
CREATE INDEX "ClauseLock_heldById_idx" ON "ClauseLock"("heldById");

-- CreateIndex
CREATE INDEX "DraftReading_draftId_idx" ON "DraftReading"("draftId");

-- CreateIndex
CREATE INDEX "EditionReading_documentId_idx" ON "EditionReading"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "PlainText_documentId_clauseId_language_key" ON "PlainText"("documentId", "clauseId", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Term_programId_name_key" ON "Term"("programId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "TermDefinition_termId_number_key" ON "TermDefinition"("termId", "number");

-- CreateIndex
CREATE INDEX "Mention_personId_idx" ON "Mention"("personId");

-- CreateIndex
CREATE INDEX "Mention_groupId_idx" ON "Mention"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_commentId_personId_key" ON "Mention"("commentId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_commentId_groupId_key" ON "Mention"("commentId", "groupId");

-- CreateIndex
CREATE INDEX "Comment_threadId_at_idx" ON "Comment"("threadId", "at");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_rightsConfirmedById_fkey" FOREIGN KEY ("rightsConfirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionDecision" ADD CONSTRAINT "SuggestionDecision_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionDecision" ADD CONSTRAINT "SuggestionDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseLock" ADD CONSTRAINT "ClauseLock_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseLock" ADD CONSTRAINT "ClauseLock_heldById_fkey" FOREIGN KEY ("heldById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftReading" ADD CONSTRAINT "DraftReading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftReading" ADD CONSTRAINT "DraftReading_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionReading" ADD CONSTRAINT "EditionReading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionReading" ADD CONSTRAINT "EditionReading_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlainText" ADD CONSTRAINT "PlainText_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlainText" ADD CONSTRAINT "PlainText_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDefinition" ADD CONSTRAINT "TermDefinition_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDefinition" ADD CONSTRAINT "TermDefinition_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE SET NULL ON UPDATE CASCADE;
