-- CreateTable
CREATE TABLE "MailKey" (
    "programId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,

    CONSTRAINT "MailKey_pkey" PRIMARY KEY ("programId")
);
