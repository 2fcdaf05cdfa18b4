import { describe, expect, test } from "vitest";
import { anyone, can, may, type Actor, type Thing } from "./may";
import { acts, permissions } from "./permissions";
import { givenRoles, readRoles, roles, type Role } from "./roles";

const riverbend = "program-riverbend";
const elsewhere = "program-elsewhere";

const maria = person("Maria Okafor", ["coordinator"], "mental-health-center");
const chief = person("Chief Alvarez", ["approver", "voter"], "police-department");
const sheriff = person("Sheriff Dunn", ["approver", "voter"], "sheriffs-office");
const advocate = person("Grace Whitfield", ["reviewer", "voter"], "nami");
const drafter = person("Lieutenant Hale", ["drafter"], "police-department");
const observer = person("Olu Bright", ["observer"], "university");
const stranger = { ...person("Ann Other", ["programAdmin", "coordinator", "approver"], "other-police"), programId: elsewhere };
const clock: Actor = { kind: "clock", programId: riverbend };

const programs: Thing = { programId: riverbend };
const policyOfAll: Thing = { programId: riverbend, organizationId: "police-department", visibility: "program" };
const policyOfOne: Thing = { programId: riverbend, organizationId: "police-department", visibility: "organization" };
const policyOfPublic: Thing = { programId: riverbend, organizationId: "police-department", visibility: "public" };

describe("whose it is comes first", () => {
  test("what belongs to another program does not exist, whatever one's roles are", () => {
    for (const act of acts) expect(may(stranger, act, programs), act).toEqual({ ok: false, kind: "missing" });
  });

  test("a document for one organization does not exist for the others, the coordinator among them", () => {
    expect(can(chief, "document.read", policyOfOne)).toBe(true);
    expect(may(advocate, "document.read", policyOfOne)).toEqual({ ok: false, kind: "missing" });
    expect(may(maria, "document.submit", policyOfOne)).toEqual({ ok: false, kind: "missing" });
  });

  test("a document of the program is there for everyone in it, and for nobody outside", () => {
    for (const one of [maria, chief, advocate, observer]) expect(can(one, "document.read", policyOfAll)).toBe(true);
    expect(may(anyone, "document.read", policyOfAll)).toEqual({ ok: false, kind: "missing" });
    expect(may(stranger, "document.read", policyOfAll)).toEqual({ ok: false, kind: "missing" });
  });

  test("what is public is seen by all, and still worked on only by those whose it is", () => {
    expect(can(anyone, "edition.read", policyOfPublic)).toBe(true);
    expect(can(stranger, "edition.read", policyOfPublic)).toBe(true);
    expect(may(stranger, "document.submit", policyOfPublic)).toMatchObject({ kind: "refused", status: 403 });
    expect(may(anyone, "document.submit", policyOfPublic)).toMatchObject({ kind: "refused", status: 401 });
  });

  test("the clock acts in its own program only", () => {
    expect(can(clock, "round.close", programs)).toBe(true);
    expect(may(clock, "round.close", { programId: elsewhere })).toEqual({ ok: false, kind: "missing" });
  });
});

describe("how far a role reaches", () => {
  test("program: a coordinator opens votes on everything of the program", () => {
    expect(can(maria, "round.open", programs)).toBe(true);
    expect(may(advocate, "round.open", programs)).toMatchObject({ status: 403, reason: "Only a coordinator opens a vote, or the author where the charter says so." });
  });

  test("organization: each head decides for the own agency and for no other", () => {
    const policeDecision: Thing = { programId: riverbend, organizationId: "police-department" };
    expect(can(chief, "decision.make", policeDecision)).toBe(true);
    expect(may(sheriff, "decision.make", policeDecision)).toMatchObject({ status: 403, reason: "Only the head of this agency, or who acts for the head, decides for it." });
    expect(can(maria, "decision.make", policeDecision)).toBe(false);
  });

  test("organization: a thing that belongs to no organization is nobody's own organization's", () => {
    expect(can(chief, "decision.make", programs)).toBe(false);
    expect(can(chief, "decision.make", { programId: riverbend, organizationId: null })).toBe(false);
  });

  test("own: the author describes a proposal, another drafter does not", () => {
    const proposal: Thing = { programId: riverbend, ownerIds: [advocate.personId] };
    expect(can(advocate, "proposal.describe", proposal)).toBe(true);
    expect(may(drafter, "proposal.describe", proposal)).toMatchObject({ kind: "refused", status: 403 });
    expect(can(maria, "proposal.describe", proposal)).toBe(true);
  });

  test("own: a thing without an owner is nobody's own", () => {
    expect(can(drafter, "proposal.describe", programs)).toBe(false);
    expect(can(drafter, "session.end", { programId: riverbend, ownerIds: [] })).toBe(false);
  });

  test("anyone: the public signs in and accepts an invitation", () => {
    expect(can(anyone, "session.begin", { programId: null })).toBe(true);
    expect(can(anyone, "invitation.accept", { programId: null })).toBe(true);
    expect(can(clock, "session.begin", { programId: null })).toBe(false);
  });

  test("none: an observer reads and does not take part", () => {
    for (const act of ["document.read", "draft.read", "proposal.read", "decision.read", "record.read"] as const) expect(can(observer, act, policyOfAll), act).toBe(true);
    for (const act of ["comment.write", "draft.write", "vote.cast", "round.open", "decision.make"] as const) expect(can(observer, act, policyOfAll), act).toBe(false);
  });
});

describe("several roles, no role, not signed in", () => {
  test("the widest of several roles counts", () => {
    const both = person("Dr. Imani Reyes", ["observer", "drafter"], "mental-health-center");
    expect(can(both, "draft.write", policyOfAll)).toBe(true);
  });

  test("a person without a role has only what the public has, and can always sign out", () => {
    const nobody = person("New Person", [], "police-department");
    for (const act of acts) expect(can(nobody, act, programs), act).toBe(permissions[act].public === "anyone");
    expect(can(nobody, "session.end", { programId: riverbend, ownerIds: [nobody.personId] })).toBe(true);
    expect(can(nobody, "session.end", { programId: riverbend, ownerIds: [chief.personId] })).toBe(false);
  });

  test("a role name that this build does not know gives nothing, and nobody is given the public's or the clock's", () => {
    expect(readRoles(["superuser", "voter", "clock", "public"])).toEqual(["voter"]);
    expect(givenRoles).not.toContain("clock");
    expect(givenRoles).not.toContain("public");
  });

  test("who is not signed in is asked to sign in, where there is no secret in that", () => {
    expect(may(anyone, "record.read", programs)).toMatchObject({ kind: "refused", status: 401, reason: "Sign in to do this." });
  });
});

describe("the table", () => {
  test("has a cell for every act and role", () => {
    for (const act of acts) expect(Object.keys(permissions[act]).sort(), act).toEqual([...roles].sort());
  });

  const forEverybody = ["survey.answer", "session.begin", "session.end", "invitation.accept", "public-comment.write", "attendance.sign", "feedback.give", "certificate.check", "concern.submit", "meeting.log", "edition.read", "mail.stop", "calendar.read"];

  test("lets the public read editions, comment when it is asked, sign in and out, accept an invitation, answer a survey, sign in to a course and speak of it, confirm a certificate, say a concern, read the log of meetings, and use the secret of a mail or a calendar, and nothing else", () => {
    expect(acts.filter((act) => permissions[act].public !== "none").sort()).toEqual([...forEverybody].sort());
  });

  test("lets the clock do nothing but found the first program, close a round or remind of it, remind of reviews, end the signing of a plan or an embargo, go on with an import, send mail and sign the head of the records", () => {
    expect(acts.filter((act) => permissions[act].clock !== "none")).toEqual(["program.found", "round.close", "round.remind", "review.remind", "resource.remind", "data.import", "plan.lapse", "finding.release", "mail.send", "records-head.sign"]);
  });

  test("lets no administrator and no coordinator decide for an agency, unless they are named as acting for its head", () => {
    expect(permissions["decision.make"]).toMatchObject({ programAdmin: "own", coordinator: "own", approver: "organization" });
    const administrator = person("administrator", ["programAdmin", "coordinator"], "police-department");
    const decision: Thing = { programId: riverbend, organizationId: "police-department", ownerIds: [] };
    expect(can(administrator, "decision.make", decision)).toBe(false);
    expect(can(administrator, "decision.make", { ...decision, ownerIds: [administrator.personId] })).toBe(true);
  });
});

function person(name: string, given: readonly Role[], organizationId: string): Extract<Actor, { kind: "person" }> {
  return { kind: "person", personId: `person-${name}`, name, programId: riverbend, organizationId, organizationName: organizationId, groupId: "group", roles: given };
}
