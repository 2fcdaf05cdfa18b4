import { describe, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import { findingPage } from "~/queries/findings/finding-page.server";
import { publicFinding } from "~/queries/findings/public-findings.server";
import { database } from "~/store/database.server";
import { findingById } from "~/store/findings.server";
import { analyseFinding } from "./analyse-finding.server";
import { answerComment } from "./answer-comment.server";
import { changeEmbargo } from "./change-embargo.server";
import { checkFinding } from "./check-finding.server";
import { closeDialogue } from "./close-dialogue.server";
import { commentOnFinding } from "./comment-on-finding.server";
import { openDialogue } from "./open-dialogue.server";
import { publishFinding, releaseFindings } from "./publish-finding.server";
import { releaseEarly } from "./release-early.server";
import { respondToFinding } from "./respond-to-finding.server";
import { writeFinding } from "./write-finding.server";
import { begun, checklist, daysPass, done, numberOf, person, program, published, researcher, stateOf, talkedOver, withTotals, words, written } from "./test-findings";

withTotals();

describe("a draft", () => {
  test("is not there for anybody but those who work on findings; in the dialogue it is for its agency", async () => {
    const findingId = await written();
    for (const name of ["chief", "cit", "observer"]) expect(await findingPage(person(name), { findingId })).toMatchObject({ ok: false, kind: "missing" });
    done(await openDialogue(researcher(), { findingId, days: "30" }));
    expect(await findingPage(person("chief"), { findingId })).toMatchObject({ ok: true });
    expect(await findingPage(person("sheriff"), { findingId })).toMatchObject({ ok: true, value: { may: { comment: false } } });
    expect(await findingPage(person("observer"), { findingId })).toMatchObject({ ok: false, kind: "missing" });
    expect(await publicFinding(anyone, { number: await numberOf(findingId), version: null })).toMatchObject({ ok: false, kind: "missing" });
    const notice = await database().notice.findFirstOrThrow({ where: { path: `/evaluation/findings/${findingId}` } });
    expect(notice.body).toBe("A finding waits for your answer.");
  });

  test("with an effect but without the number it rests on, or without limits, goes nowhere, and says so at the field", async () => {
    const findingId = await begun();
    done(await writeFinding(researcher(), { findingId, version: 0, ...words, n: "", limits: "" }));
    expect(await openDialogue(researcher(), { findingId, days: "30" })).toMatchObject({ ok: false, status: 422, fields: { n: [expect.any(String)], limits: [expect.any(String)] } });
  });

  test("that holds what looks like a person's number warns its author, nobody else, and does not pass the check", async () => {
    const findingId = await begun();
    done(await writeFinding(researcher(), { findingId, version: 0, ...words, method: "Told by the family, call (555) 010-4477." }));
    const told = "The text holds what looks like phone numbers. Take it out before the finding comes out.";
    expect(done(await findingPage(researcher(), { findingId })).named).toBe(told);
    done(await openDialogue(researcher(), { findingId, days: "30" }));
    await daysPass(findingId);
    done(await closeDialogue(researcher(), { findingId }));
    expect(done(await findingPage(person("chief"), { findingId })).named).toBeNull();
    expect(await checkFinding({ ...person("cit"), roles: ["researcher"] }, { findingId, ...checklist })).toMatchObject({ ok: false, status: 422, field: "persons", reason: told });
  });

  test("is not written over by whoever read an older text", async () => {
    const findingId = await written();
    expect(await writeFinding(researcher(), { findingId, version: 0, ...words })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("an analysis", () => {
  test("leaves out what is hidden, says which, and keeps the versions it came from", async () => {
    const findingId = await begun();
    done(await analyseFinding(researcher(), { findingId, method: "rate-ratio", agency: program.organizationIds[0], from: "2024-01", to: "2025-12", change: "2025-01" }));
    const finding = await findingById(database(), findingId);
    expect(finding?.analysis).toMatchObject({ planVersion: 1, dataVersion: 1, measureVersion: 1, leftOut: expect.arrayContaining(["June 2024"].map(() => expect.stringMatching(/Jun/))) });
    const request = finding?.analysis?.request;
    expect(request?.method === "rate-ratio" && request.periods.map(({ events }) => events)).not.toContain(2);
    expect(finding?.content.limits).toContain("Left out");
    expect(finding?.content.effect).not.toBe("");
  });

  test("by a series that needs every month is refused with the hidden month's name", async () => {
    const findingId = await begun();
    expect(await analyseFinding(researcher(), { findingId, method: "interrupted-series", agency: program.organizationIds[0], from: "2024-01", to: "2025-12", change: "2025-01" })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("Jun. 2024") });
  });
});

describe("the dialogue", () => {
  test("every comment is answered before it ends, and an agency that disagrees does not hold the finding back", async () => {
    const findingId = await written();
    done(await openDialogue(researcher(), { findingId, days: "30" }));
    const { commentId } = done(await commentOnFinding(person("officer").organizationId === program.organizationIds[0] ? person("officer") : person("cit"), { findingId, section: "limits", body: "The codes changed in March." }));
    done(await respondToFinding(person("chief"), { findingId, stance: "disagrees", response: "We count otherwise." }));
    await daysPass(findingId);
    expect(await closeDialogue(researcher(), { findingId })).toMatchObject({ ok: false, reason: expect.stringContaining("One comment waits") });
    expect(await commentOnFinding(person("cit"), { findingId, section: "limits", body: "Too late." })).toMatchObject({ ok: false, status: 409 });
    done(await answerComment(researcher(), { findingId, commentId, reply: "Named now.", corrected: "yes" }));
    done(await closeDialogue(researcher(), { findingId }));
    expect(await publishFinding(researcher(), { findingId })).toMatchObject({ ok: false, reason: expect.stringContaining("second person") });
    expect(await checkFinding({ ...researcher(), roles: ["researcher", "reviewer"] }, { findingId, ...checklist })).toMatchObject({ ok: false, status: 403 });
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    expect(await publishFinding(person("chief"), { findingId })).toMatchObject({ ok: false, status: 403 });
    expect(done(await publishFinding(researcher(), { findingId }))).toMatchObject({ version: 1 });
    const page = done(await publicFinding(anyone, { number: await numberOf(findingId), version: null }));
    expect(page.shown.content).toMatchObject({ agencies: [{ stance: "disagrees", response: "We count otherwise." }], comments: [{ reply: "Named now.", corrected: true }] });
    expect(JSON.stringify(page.shown.content)).not.toContain(person("cit").personId);
  });

  test("an agency that a finding is not about neither comments nor answers", async () => {
    const findingId = await written();
    done(await openDialogue(researcher(), { findingId, days: "30" }));
    expect(await commentOnFinding(person("sheriff"), { findingId, section: "n", body: "Why so few?" })).toMatchObject({ ok: false, status: 403 });
    expect(await respondToFinding(person("sheriff"), { findingId, stance: "disagrees", response: "No." })).toMatchObject({ ok: false, status: 403 });
  });
});

describe("an embargo", () => {
  async function held(): Promise<string> {
    const findingId = await talkedOver();
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    done(await publishFinding(researcher(), { findingId, until: "2099-03-02T09:00" }));
    return findingId;
  }

  test("ends at its minute, once, and its end cannot be changed afterwards", async () => {
    const findingId = await held();
    expect(await publicFinding(anyone, { number: await numberOf(findingId), version: null })).toMatchObject({ ok: false, kind: "missing" });
    done(await changeEmbargo(researcher(), { findingId, until: "2099-03-02T10:00" }));
    await database().finding.update({ where: { id: findingId }, data: { embargoUntil: new Date("2020-01-01") } });
    expect(await changeEmbargo(researcher(), { findingId, until: "2099-03-02T10:00" })).toMatchObject({ ok: false, reason: expect.stringContaining("is over") });
    const released = await Promise.all([releaseFindings(findingId), releaseFindings(findingId)]);
    expect(released.reduce((total, one) => total + one, 0)).toBe(1);
    expect(await stateOf(findingId)).toBe("published");
    expect(await changeEmbargo(researcher(), { findingId, until: "2099-03-02T10:00" })).toMatchObject({ ok: false });
  });

  test("ends early when all agencies agree", async () => {
    const findingId = await held();
    expect(done(await releaseEarly(person("chief"), { findingId }))).toMatchObject({ version: 1 });
    expect(await stateOf(findingId)).toBe("published");
  });
});
