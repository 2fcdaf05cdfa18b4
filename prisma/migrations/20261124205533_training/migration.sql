-- CreateTable
CREATE TABLE "Curriculum" (
    "documentId" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "topics" TEXT[],

    CONSTRAINT "Curriculum_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "TopicMinimum" (
    "curriculumId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "groupId" TEXT NOT NULL,

    CONSTRAINT "TopicMinimum_pkey" PRIMARY KEY ("curriculumId","topic")
);

-- CreateTable
CREATE TABLE "ModuleClause" (
    "curriculumId" TEXT NOT NULL,
    "moduleId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,

    CONSTRAINT "ModuleClause_pkey" PRIMARY KEY ("curriculumId","moduleId","documentId","clauseId")
);

-- CreateTable
CREATE TABLE "Scenario" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "scene" TEXT NOT NULL,
    "roleCard" TEXT NOT NULL,
    "observerSheet" TEXT NOT NULL,
    "safety" TEXT NOT NULL,
    "debrief" TEXT NOT NULL,
    "tags" TEXT[],
    "steps" INTEGER[],
    "videoUrl" TEXT NOT NULL DEFAULT '',
    "videoTitle" TEXT NOT NULL DEFAULT '',
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScenarioClause" (
    "scenarioId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,

    CONSTRAINT "ScenarioClause_pkey" PRIMARY KEY ("scenarioId","documentId","clauseId")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "curriculumId" TEXT NOT NULL,
    "edition" INTEGER,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseDay" (
    "courseId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "CourseDay_pkey" PRIMARY KEY ("courseId","day")
);

-- CreateTable
CREATE TABLE "CourseInstructor" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "CourseInstructor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trainee" (
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "shift" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "leftOn" DATE,

    CONSTRAINT "Trainee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "traineeId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "feedbackGiven" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseAttendance" (
    "enrollmentId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "CourseAttendance_pkey" PRIMARY KEY ("enrollmentId","day")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseFeedback" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "useful" INTEGER NOT NULL,
    "pace" INTEGER NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "CourseFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Headcount" (
    "organizationId" TEXT NOT NULL,
    "assignment" TEXT NOT NULL,
    "shift" TEXT NOT NULL,
    "staff" INTEGER NOT NULL,
    "target" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Headcount_pkey" PRIMARY KEY ("organizationId","assignment","shift")
);

-- CreateIndex
CREATE INDEX "Curriculum_programId_idx" ON "Curriculum"("programId");

-- CreateIndex
CREATE INDEX "TopicMinimum_groupId_idx" ON "TopicMinimum"("groupId");

-- CreateIndex
CREATE INDEX "ModuleClause_documentId_clauseId_idx" ON "ModuleClause"("documentId", "clauseId");

-- CreateIndex
CREATE INDEX "Scenario_writtenById_idx" ON "Scenario"("writtenById");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_programId_title_key" ON "Scenario"("programId", "title");

-- CreateIndex
CREATE INDEX "ScenarioClause_documentId_clauseId_idx" ON "ScenarioClause"("documentId", "clauseId");

-- CreateIndex
CREATE INDEX "Course_programId_startsOn_idx" ON "Course"("programId", "startsOn");

-- CreateIndex
CREATE INDEX "Course_curriculumId_idx" ON "Course"("curriculumId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseDay_code_key" ON "CourseDay"("code");

-- CreateIndex
CREATE INDEX "CourseInstructor_courseId_idx" ON "CourseInstructor"("courseId");

-- CreateIndex
CREATE INDEX "CourseInstructor_organizationId_idx" ON "CourseInstructor"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Trainee_code_key" ON "Trainee"("code");

-- CreateIndex
CREATE INDEX "Trainee_programId_idx" ON "Trainee"("programId");

-- CreateIndex
CREATE UNIQUE INDEX "Trainee_organizationId_name_key" ON "Trainee"("organizationId", "name");

-- CreateIndex
CREATE INDEX "Enrollment_traineeId_idx" ON "Enrollment"("traineeId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrollment_courseId_traineeId_key" ON "Enrollment"("courseId", "traineeId");

-- CreateIndex
CREATE INDEX "CourseAttendance_courseId_day_idx" ON "CourseAttendance"("courseId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_enrollmentId_key" ON "Certificate"("enrollmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_code_key" ON "Certificate"("code");

-- CreateIndex
CREATE INDEX "CourseFeedback_courseId_idx" ON "CourseFeedback"("courseId");

-- AddForeignKey
ALTER TABLE "Curriculum" ADD CONSTRAINT "Curriculum_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMinimum" ADD CONSTRAINT "TopicMinimum_curriculumId_fkey" FOREIGN KEY ("curriculumId") REFERENCES "Curriculum"("documentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMinimum" ADD CONSTRAINT "TopicMinimum_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModuleClause" ADD CONSTRAINT "ModuleClause_curriculumId_fkey" FOREIGN KEY ("curriculumId") REFERENCES "Curriculum"("documentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModuleClause" ADD CONSTRAINT "ModuleClause_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioClause" ADD CONSTRAINT "ScenarioClause_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScenarioClause" ADD CONSTRAINT "ScenarioClause_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_programId_fkey" FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_curriculumId_fkey" FOREIGN KEY ("curriculumId") REFERENCES "Curriculum"("documentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseDay" ADD CONSTRAINT "CourseDay_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseInstructor" ADD CONSTRAINT "CourseInstructor_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseInstructor" ADD CONSTRAINT "CourseInstructor_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trainee" ADD CONSTRAINT "Trainee_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_traineeId_fkey" FOREIGN KEY ("traineeId") REFERENCES "Trainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseAttendance" ADD CONSTRAINT "CourseAttendance_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseAttendance" ADD CONSTRAINT "CourseAttendance_courseId_day_fkey" FOREIGN KEY ("courseId", "day") REFERENCES "CourseDay"("courseId", "day") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseFeedback" ADD CONSTRAINT "CourseFeedback_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Headcount" ADD CONSTRAINT "Headcount_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
