import { addInstructor } from "~/commands/training/add-instructor.server";
import { addTrainee } from "~/commands/training/add-trainee.server";
import { createCurriculum } from "~/commands/training/create-curriculum.server";
import { enrollTrainee } from "~/commands/training/enroll-trainee.server";
import { issueCertificate } from "~/commands/training/issue-certificate.server";
import { linkModule } from "~/commands/training/link-module.server";
import { linkScenarioToClause } from "~/commands/training/link-scenario.server";
import { markAttendance } from "~/commands/training/mark-attendance.server";
import { moveCourseOn } from "~/commands/training/move-course.server";
import { planCourse } from "~/commands/training/plan-course.server";
import { setHeadcount } from "~/commands/training/set-headcount.server";
import { setMinimum } from "~/commands/training/set-minimum.server";
import { writeDebrief } from "~/commands/training/write-debrief.server";
import { writeScenario } from "~/commands/training/write-scenario.server";
import type { Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { database } from "~/store/database.server";
import { latestTextOf, letDebriefAge } from "~/store/demonstration.server";

type Member = Extract<Actor, { kind: "person" }>;
type Members = Record<"cit" | "clinician" | "advocate" | "peer" | "chief" | "sheriff" | "dispatch", Member>;

const officers = ["Robin Ashby", "Casey Brook", "Drew Calloway", "Emery Dale", "Frankie Elms", "Harper Ford", "Jamie Gale", "Kendall Heath"];

/** The 40-hour week in force, one course that was held and one that is open for names, three scenarios, and who is trained. */
export async function seedTraining(members: Members, policyId: string, adopt: (documentId: string, reason: string) => Promise<void>): Promise<void> {
  const curriculumId = await week(members, adopt);
  await refresher(members, adopt);
  const modules = modulesIn((await latestTextOf(database(), curriculumId)) as DocumentNode).modules;
  const moduleFor = (topic: string) => modules.find((module) => module.topic === topic)?.id ?? "";
  for (const [topic, clauseId] of [["De-escalation", "timedistance"], ["Policy and transfer", "transport001"], ["Lived experience", "family000001"]] as const)
    done(await linkModule(members.cit, { curriculumId, moduleId: moduleFor(topic), clause: `${policyId}/${clauseId}` }));
  await scenarios(members, policyId);
  await held(members, curriculumId);
  await ahead(members, curriculumId);
  await debriefs(members);
}

async function week({ cit, advocate, chief, sheriff }: Members, adopt: (documentId: string, reason: string) => Promise<void>): Promise<string> {
  const { id } = done(await createCurriculum(cit, { curriculum: "cit", number: "TRN-40", title: "The 40-hour CIT week", visibility: "public", agencyIds: [chief.organizationId, sheriff.organizationId] }));
  done(await setMinimum(cit, { documentId: id, topic: "Lived experience", hours: "3", groupId: advocate.groupId }));
  done(await setMinimum(cit, { documentId: id, topic: "Site visit", hours: "4", groupId: advocate.groupId }));
  await adopt(id, "Forty hours, made with those who know. We teach it from the next class on.");
  return id;
}

/** What a step that fades is practised in again. */
async function refresher({ cit, chief, sheriff }: Members, adopt: (documentId: string, reason: string) => Promise<void>): Promise<void> {
  const { id } = done(await createCurriculum(cit, { curriculum: "refresher", number: "TRN-41", title: "The yearly refresher", visibility: "program", agencyIds: [chief.organizationId, sheriff.organizationId] }));
  await adopt(id, "Half a day a year, so that the week does not fade.");
}

async function scenarios({ clinician, cit, dispatch, peer }: Members, policyId: string): Promise<void> {
  const safety = "The lead trainer checks that nobody carries a weapon into the room. Anyone may stop the scene by calling “red”.";
  const porch = done(
    await writeScenario(clinician, {
      title: "The porch",
      scene: "A mother calls: her son, 24, sits on the porch with a kitchen knife across his knees. He has not slept for three days and speaks to somebody who is not there.",
      roleCard: "You hear a voice that tells you to stay where you are. You answer when somebody asks about the voice. Shouting and steps towards you make you grip the knife.",
      observerSheet: "Who speaks?\nHow far away do they stay?\nDo they ask the mother what helps?\nDo they say what they will do next?",
      safety,
      debrief: "What did you know before you arrived? What changed when you asked about the voice?",
      tags: ["Weapon other than a firearm", "Family present"],
      steps: ["1", "2", "4"],
    }),
  );
  done(await linkScenarioToClause(clinician, { scenarioId: porch.scenarioId, clause: `${policyId}/timedistance` }));
  done(
    await writeScenario(dispatch, {
      title: "The caller who whispers",
      scene: "A caller whispers that they do not want to be here any more, and asks not to send police.",
      roleCard: "You answer short questions. You go silent when you are told what to do. You say where you are once somebody asks what would help.",
      observerSheet: "Is the caller asked about suicide in plain words?\nIs 988 offered?\nWhat is told to those who are sent?",
      safety,
      debrief: "",
      tags: ["Suicide risk", "Call-taking"],
      steps: ["1", "2", "3"],
    }),
  );
  done(
    await writeScenario(peer, {
      title: "The ride",
      scene: "A woman has agreed to go to the receiving facility. At the car she stops: the last ride was in handcuffs.",
      roleCard: "You agreed, and you mean it. You need to know who rides with you and what happens at the door.",
      observerSheet: "Is a choice of transport offered?\nIs somebody asked to ride along?\nAre restraints explained, or left out?",
      safety,
      debrief: "What does the policy say, and where did you use it?",
      tags: ["Transport", "No weapon"],
      steps: ["3", "4", "5"],
    }),
  );
  done(await setHeadcount(cit, { assignment: "Patrol", shift: "Day", staff: "14", target: "25" }));
  done(await setHeadcount(cit, { assignment: "Patrol", shift: "Night", staff: "12", target: "25" }));
}

/** Held 22 months ago, so that refreshers are due soon. */
async function held({ cit, clinician, peer }: Members, curriculumId: string): Promise<void> {
  const days = [0, 1, 2, 3, 4].map((day) => dayFromToday(-670 + day));
  const { courseId } = done(await planCourse(cit, { curriculumId, title: "CIT week, first class", place: "Riverton Academy", audience: "Patrol", capacity: "24", days: days.join("\n") }));
  for (const [by, subject, hours] of [[clinician, "Mental illness", "4"], [peer, "Lived-experience panel", "3"]] as const) done(await addInstructor(cit, { courseId, organizationId: by.organizationId, name: by.name, subject, hours }));
  done(await moveCourseOn(cit, { courseId, move: "open" }));
  const places: string[] = [];
  for (const name of officers) {
    const { traineeId } = done(await addTrainee(cit, { name, assignment: "Patrol", shift: "Day" }));
    places.push(done(await enrollTrainee(cit, { courseId, traineeId })).enrollmentId);
  }
  done(await moveCourseOn(cit, { courseId, move: "begin" }));
  for (const enrollmentId of places) for (const day of days) done(await markAttendance(cit, { enrollmentId, day }));
  done(await moveCourseOn(cit, { courseId, move: "complete" }));
  for (const enrollmentId of places) done(await issueCertificate(cit, { enrollmentId }));
}

async function ahead({ cit }: Members, curriculumId: string): Promise<void> {
  const days = [0, 1, 2, 3, 4].map((day) => dayFromToday(45 + day));
  const { courseId } = done(await planCourse(cit, { curriculumId, title: "CIT week, second class", place: "Riverton Academy", audience: "Patrol", capacity: "24", days: days.join("\n") }));
  done(await moveCourseOn(cit, { courseId, move: "open" }));
}

/** What supervisors wrote over half a year: more at first, and in one month so little that it is not shown. */
async function debriefs({ cit, chief }: Members): Promise<void> {
  const well = { step1: "well", step2: "practise", step3: "well", step4: "well", step5: "unseen" };
  done(await writeDebrief(cit, { assignment: "Patrol", shift: "Day", ...well, well: "One voice at the door, and time.", practise: "Say the threat and the risk out loud before going in." }));
  done(await writeDebrief(cit, { assignment: "Patrol", shift: "Night", ...well, step1: "practise", step5: "well", well: "The crisis team was asked early.", practise: "Ask the family what helps." }));
  done(await writeDebrief(chief, { assignment: "Patrol", shift: "Night", ...well, step4: "practise", well: "", practise: "Name two options before choosing one." }));
  for (const [months, count] of [9, 7, 8, 3, 6].entries())
    for (let at = 0; at < count; at += 1) {
      const { debriefId } = done(await writeDebrief(at % 2 ? cit : chief, { assignment: "Patrol", shift: at % 3 ? "Day" : "Night", ...well, well: "", practise: "" }));
      await letDebriefAge(database(), debriefId, 6 - months);
    }
}

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demonstration could not be made: ${outcome.kind === "missing" ? "missing" : outcome.reason}`);
}
