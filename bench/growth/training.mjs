import { randomUUID } from "node:crypto";
import { ownModules } from "../support/modules.mjs";

const [itemCount, monthsAsked] = [20, ["pre", "post", "month1", "month6", "month12"]];
const steps = ["information", "threat", "authority", "options", "act"];

/** Training of one program: up to 5,000 people, 200 courses over the years and 100,000 answers. Gives the addresses of its pages. */
export async function fillTraining(pool, { rows, programId, organizationId, documentId: policyId, readerId, size }) {
  const { startingModules, moduleClause } = await ownModules();
  const each = (statement, ...values) => pool.query(statement, values);
  const [people, courses, sheets, scenarios] = [Math.min(size, 5_000), Math.min(size, 200), Math.max(5, Math.round(size / 100)), Math.min(size, 200)];
  const content = { type: "doc", content: startingModules("cit").map(({ title, facts }, at) => moduleClause({ id: `module-${at}`, title, facts })) };
  const { id: curriculumId } = await rows("Document", { id: randomUUID(), programId, organizationId, kind: "curriculum", number: "TRN-1", title: "The CIT week", visibility: "program", createdById: readerId });
  const { id: frozenTextId } = await rows("FrozenText", { id: randomUUID(), documentId: curriculumId, content, hash: curriculumId });
  await rows("Edition", { id: randomUUID(), documentId: curriculumId, number: 1, frozenTextId, hash: curriculumId });
  await rows("Curriculum", { documentId: curriculumId, programId, kind: "cit", minutes: 2_400, topics: ["Law"] });
  await each(`insert into "ModuleClause" ("curriculumId", "moduleId", "documentId", "clauseId") values ($1, 'module-0', $2, 'clause-0'), ($1, 'module-1', $2, 'clause-1')`, curriculumId, policyId);
  await each(
    `insert into "Scenario" ("id", "programId", "title", "scene", "roleCard", "observerSheet", "safety", "debrief", "tags", "steps", "writtenById")
     select gen_random_uuid()::text, $1, 'A scene ' || n, 'A porch.', 'Speaks softly.', 'Who speaks?', 'One word stops it.', '', '{}', '{1}', $2 from generate_series(1, ${scenarios}) n`, programId, readerId);
  await each(`insert into "ScenarioClause" ("scenarioId", "documentId", "clauseId") select "id", $2, 'clause-0' from "Scenario" where "programId" = $1 order by "title" limit 5`, programId, policyId);

  await each(
    `insert into "Course" ("id", "programId", "curriculumId", "edition", "title", "place", "audience", "capacity", "minutes", "stage", "startsOn", "endsOn")
     select 'course ' || $1 || ' ' || n, $1, $2, 1, 'CIT week ' || n, 'Academy', 'Patrol', 50, 2400, case when n = 1 then 'running' else 'completed' end, current_date - n * 12 + 10, current_date - n * 12 + 14 from generate_series(1, ${courses}) n`, programId, curriculumId);
  await each(`insert into "CourseDay" ("courseId", "day", "code") select c."id", c."startsOn" + n, gen_random_uuid()::text from "Course" c cross join generate_series(0, 4) n where c."programId" = $1`, programId);
  // Everybody was in a course once, and every second one once more.
  await each(
    `insert into "Enrollment" ("id", "courseId", "traineeId", "state")
     select gen_random_uuid()::text, 'course ' || $1 || ' ' || place, "id", 'enrolled'
     from (select t."id", 1 + (row_number() over (order by t."name") + round * 97) % ${courses} as place, round from "Trainee" t cross join generate_series(0, 1) round where t."programId" = $1) taken
     where round = 0 or place % 2 = 0 on conflict do nothing`, programId);
  await each(`insert into "CourseAttendance" ("enrollmentId", "courseId", "day") select e."id", d."courseId", d."day" from "Enrollment" e join "CourseDay" d on d."courseId" = e."courseId" join "Course" c on c."id" = e."courseId" where c."programId" = $1`, programId);
  await each(`insert into "Certificate" ("id", "enrollmentId", "code", "issuedAt") select gen_random_uuid()::text, e."id", gen_random_uuid()::text, c."endsOn" from "Enrollment" e join "Course" c on c."id" = e."courseId" where c."programId" = $1 and c."stage" = 'completed'`, programId);
  await each(`update "Trainee" t set "trainedOn" = last.day from (select e."traineeId", max(c."endsOn") as day from "Enrollment" e join "Course" c on c."id" = e."courseId" where c."stage" = 'completed' group by 1) last where last."traineeId" = t."id" and t."programId" = $1`, programId);
  await each(`insert into "Headcount" ("organizationId", "assignment", "shift", "staff", "target") select $1, 'Patrol', shift, ${people}, 25 from unnest(array['Day', 'Night']) shift`, organizationId);
  await each(
    `insert into "Debrief" ("id", "programId", "organizationId", "assignment", "shift", "month", "marks", "well", "practise", "writtenById")
     select gen_random_uuid()::text, $1, $2, 'Patrol', 'Night', to_char(current_date - n % 365, 'YYYY-MM'), array['well', 'practise', 'unseen', 'well', 'well'], 'One voice.', 'The next step.', $3 from generate_series(1, ${people}) n`, programId, organizationId, readerId);

  const { id: instrumentId } = await rows("SurveyInstrument", { id: randomUUID(), programId, title: "The five steps", purpose: "What lasts.", createdById: readerId });
  for (let number = 1; number <= itemCount; number++) await rows("SurveyItem", { id: `${instrumentId} ${number}`, instrumentId, number, version: 1, kind: "knowledge", prompt: `Question ${number}`, options: ["One", "Two"], right: 1, step: steps[number % 5] });
  const itemIds = Array.from({ length: itemCount }, (_, at) => `${instrumentId} ${at + 1}`);
  for (const [at, kind] of monthsAsked.entries()) await rows("SurveyWave", { id: `${instrumentId} ${kind}`, instrumentId, cohort: "2025", kind, itemIds, opensOn: `2025-0${at + 1}-01`, closesOn: `2025-0${at + 1}-20` });
  await each(`insert into "SurveySheet" ("waveId", "codeHash") select w."id", 'code ' || n from "SurveyWave" w cross join generate_series(1, ${sheets}) n where w."instrumentId" = $1`, instrumentId);
  await each(
    `insert into "SurveyAnswer" ("waveId", "codeHash", "itemId", "value") select s."waveId", s."codeHash", i."id", case when (hashtext(s."codeHash" || i."id" || s."waveId") & 255) < 220 - 12 * length(w."kind") then 1 else 0 end
     from "SurveySheet" s join "SurveyWave" w on w."id" = s."waveId" join "SurveyItem" i on i."instrumentId" = w."instrumentId" where w."instrumentId" = $1`, instrumentId);
  await each(`analyze`);
  const course = `/training/courses/${encodeURIComponent(`course ${programId} 1`)}`;
  return {
    "training at a glance": "/training",
    "training: courses": "/training/courses",
    "training: one course": course,
    "training: a list of names": `${course}/people`,
    "training: our people": "/training/people",
    "training: one curriculum": `/training/curricula/${curriculumId}`,
    "training: scenarios": "/training/scenarios",
    "training: what lasts": "/training/retention",
    "training: debriefs": "/training/debriefs",
    "training: chain of a policy": `/documents/${policyId}/chain`,
    "training: thread of a clause": `/documents/${policyId}/clauses/clause-0`,
  };
}
