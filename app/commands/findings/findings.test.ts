import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { createPlan } from "~/commands/evaluation/create-plan.server";
import { nameSigners } from "~/commands/evaluation/name-signers.server";
import { runImport } from "~/commands/evaluation/run-import.server";
import { signAgreement } from "~/commands/evaluation/sign-agreement.server";
import { signPlan } from "~/commands/evaluation/sign-plan.server";
import { stageImport } from "~/commands/evaluation/stage-import.server";
import { startImport } from "~/commands/evaluation/start-import.server";
import { submitPlan } from "~/commands/evaluation/submit-plan.server";
import { writePlanPart } from "~/commands/evaluation/write-plan-part.server";
import { anyone, type Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { guessedRoles } from "~/domain/evaluation/import-rows";
import { readFindingAddress } from "~/domain/evaluation/published-finding";
import { findingPage } from "~/queries/findings/finding-page.server";
import { publicFinding, publicFindingIndex } from "~/queries/findings/public-findings.server";
import { homePage } from "~/queries/home/home-page.server";
import { libraryFeed } from "~/queries/library/library-feed.server";
import { searchPage } from "~/queries/search/search-page.server";
import { loader as publicFindingPage } from "~/routes/library.findings.$address._index";
import { loader as publicFile } from "~/routes/library.findings.$address.files.$file";
import { database } from "~/store/database.server";
import { findingById } from "~/store/findings.server";
import { measuresOf } from "~/store/measures.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addAction } from "./add-action.server";
import { analyseFinding } from "./analyse-finding.server";
import { answerComment } from "./answer-comment.server";
import { beginFinding } from "./begin-finding.server";
import { changeEmbargo } from "./change-embargo.server";
import { checkFinding } from "./check-finding.server";
import { closeDialogue } from "./close-dialogue.server";
import { commentOnFinding } from "./comment-on-finding.server";
import { correctFinding } from "./correct-finding.server";
import { openDialogue } from "./open-dialogue.server";
import { publishFinding, releaseFindings } from "./publish-finding.server";
import { recheckFinding } from "./recheck-finding.server";
import { releaseEarly } from "./release-early.server";
import { respondToFinding } from "./respond-to-finding.server";
import { retractFinding } from "./retract-finding.server";
import { writeFinding } from "./write-finding.server";

let program: ProgramForTests;
let planId: string;
let measureId: string;
const person = (name: string) => program.person(name);
const researcher = (): PersonActor => ({ ...person("clinician"), roles: ["researcher"] });

const checklist = { figures: "yes", limits: "yes", persons: "yes" };
const words = {
  answer: "No detectable change in arrests.", design: "Before and after, one agency.", n: "24", nUnit: "months", result: "none", effectName: "Rate ratio", effect: "0.94", low: "0.8", high: "1.1",
  limits: "One agency.", wentWrong: "", notShown: "Nothing on injuries.", method: "",
};

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  const cit = person("cit");
  done(await addLibraryMeasures(cit, {}));
  measureId = (await measuresOf(database(), program.programId, { key: "arrest-share" }))[0]?.id ?? "";
  planId = done(await createPlan(cit, { number: "EV-1", title: "Does training help?", topic: "", visibility: "public", agencyIds: [program.organizationIds[0]] })).planId;
  for (const [version, [part, rows]] of ([["questions", [{ question: "Do arrests fall?" }]], ["logic", [{ text: "Fewer arrests", stage: "long" }]], ["measures", [{ measure: measureId, outcome: "1" }]]] as const).entries()) done(await writePlanPart(cit, { planId, part, version, rows }));
  done(await nameSigners(cit, { planId, personIds: [person("chief").personId] }));
  done(await submitPlan(cit, { planId, answerBy: "2099-05-12" }));
  const { hash } = await database().planReview.findFirstOrThrow({ where: { planId } });
  done(await signPlan(person("chief"), { planId, answer: "approved", reason: "", hash }));
  await bringIn();
});

/** Two years of totals; in one month so few that they are hidden. */
async function bringIn(): Promise<void> {
  const cit = person("cit");
  const { agreementId } = done(await signAgreement(cit, { title: "Totals", purpose: "Evaluation", parties: "Police", fields: "month, agency, measure, numerator, denominator", measureIds: [measureId], retention: "Five years", publication: "After thirty days", validFrom: "2020-01-01", expiresOn: "2099-12-31" }));
  const lines = Array.from({ length: 24 }, (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")},Riverton Police,arrest-share,${at === 5 ? 2 : 20 + (at % 7)},${150 + (at % 5)}`);
  const { importId } = done(await stageImport(cit, { agreementId }, { name: "totals.csv", bytes: new TextEncoder().encode(["month,agency,measure,numerator,denominator", ...lines].join("\n")) }));
  done(await startImport(cit, { importId, roles: guessedRoles(["month", "agency", "measure", "numerator", "denominator"]) }));
  await runImport(cit, importId);
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "missing" : JSON.stringify(outcome));
}

async function begun(): Promise<string> {
  return done(await beginFinding(researcher(), { planId, questionId: "1", measureId, agencyIds: [program.organizationIds[0] ?? ""] })).findingId;
}

async function written(): Promise<string> {
  const findingId = await begun();
  done(await writeFinding(researcher(), { findingId, version: 0, ...words }));
  return findingId;
}

async function daysPass(findingId: string): Promise<void> {
  await database().finding.update({ where: { id: findingId }, data: { dialogueEndsAt: new Date("2020-01-01") } });
}

async function talkedOver(): Promise<string> {
  const findingId = await written();
  done(await openDialogue(researcher(), { findingId, days: "30" }));
  await daysPass(findingId);
  done(await closeDialogue(researcher(), { findingId }));
  return findingId;
}

async function published(): Promise<string> {
  const findingId = await talkedOver();
  done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
  done(await publishFinding(researcher(), { findingId }));
  return findingId;
}

const homeOf = async (name: string) => done(await homePage(person(name), null));
const stateOf = async (id: string) => (await findingById(database(), id))?.state;
const numberOf = async (id: string) => (await findingById(database(), id))?.number ?? 0;

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

describe("a published finding", () => {
  test("of no change stands in the list without being asked for", async () => {
    const number = await numberOf(await published());
    const { findings } = done(await publicFindingIndex(anyone, { result: "" }));
    expect(findings.find((one) => one.number === number)).toMatchObject({ result: "none" });
    expect(done(await publicFindingIndex(anyone, { result: "harm" })).findings).toEqual([]);
  });

  test("keeps its address when it is corrected, and says that another version follows", async () => {
    const findingId = await published();
    const number = await numberOf(findingId);
    expect(await writeFinding(researcher(), { findingId, version: 1, ...words })).toMatchObject({ ok: false, status: 409 });
    done(await correctFinding(researcher(), { findingId, reason: "A month was counted twice." }));
    done(await writeFinding(researcher(), { findingId, version: 1, ...words, n: "23" }));
    expect(await publishFinding(researcher(), { findingId })).toMatchObject({ ok: false, reason: expect.stringContaining("second person") });
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    expect(done(await publishFinding(researcher(), { findingId }))).toMatchObject({ version: 2 });
    const first = done(await publicFinding(anyone, { number, version: 1 }));
    expect(first.shown).toMatchObject({ standing: "superseded", reason: "A month was counted twice.", content: { content: { n: "24" } } });
    expect(done(await publicFinding(anyone, { number, version: null })).shown).toMatchObject({ version: 2, standing: "current", content: { content: { n: "23" }, correction: "A month was counted twice." } });
  });

  test("is found by its words and stands in the library's feed, until it is retracted", async () => {
    const findingId = await talkedOver();
    const number = await numberOf(findingId);
    const foundBy = async (actor: Actor) => done(await searchPage(actor, { typed: "detectable arrests", kind: null })).groups.flatMap(({ hits }) => hits).filter(({ title }) => title.startsWith(`Finding ${number}:`)).map(({ path }) => path);
    const inFeed = async () => done(await libraryFeed(anyone, null)).findings.filter((one) => one.number === number).length;
    expect([await foundBy(person("officer")), await foundBy(anyone), await inFeed()]).toEqual([[], [], 0]);
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    done(await publishFinding(researcher(), { findingId }));
    expect([await foundBy(person("officer")), await foundBy(anyone), await inFeed()]).toEqual([[`/evaluation/findings/${findingId}`], [`/library/findings/${number}`], 1]);
    done(await retractFinding(researcher(), { findingId, reason: "The totals were wrong." }));
    expect([await foundBy(person("officer")), await foundBy(anyone), await inFeed()]).toEqual([[], [], 0]);
  });

  test("that is retracted leaves its reason at its address", async () => {
    const findingId = await published();
    done(await retractFinding(researcher(), { findingId, reason: "The totals were wrong." }));
    expect(done(await publicFinding(anyone, { number: await numberOf(findingId), version: 1 })).shown).toMatchObject({ standing: "retracted", reason: "The totals were wrong." });
    expect(await correctFinding(researcher(), { findingId, reason: "Again." })).toMatchObject({ ok: false, status: 409 });
  });

  test("that is retracted is a tombstone in every version, for the public and for the program: nothing that it said is left, no script and no figure", async () => {
    const findingId = await published();
    const number = await numberOf(findingId);
    done(await correctFinding(researcher(), { findingId, reason: "A month was counted twice." }));
    done(await analyseFinding(researcher(), { findingId, method: "rate-ratio", agency: program.organizationIds[0], from: "2024-01", to: "2025-12", change: "2025-01" }));
    done(await writeFinding(researcher(), { findingId, version: 2, ...words, answer: "Another answer." }));
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    done(await publishFinding(researcher(), { findingId }));
    expect(done(await publicFinding(anyone, { number, version: 2 })).shown.content.analysis).not.toBeNull();
    done(await retractFinding(researcher(), { findingId, reason: "A person could be told from it." }));
    const left = [
      ...(await Promise.all([1, 2].map(async (version) => done(await publicFinding(anyone, { number, version })).shown))).map((shown) => ({ standing: shown.standing, reason: shown.reason, ...shown.content })),
      done(await findingPage(researcher(), { findingId })).finding,
    ];
    for (const one of left) expect(one).toMatchObject({ reason: "A person could be told from it.", analysis: null, comments: [], content: { answer: "", n: "", effect: "", limits: "" } });
    expect(JSON.stringify([left, done(await publicFindingIndex(anyone, { result: "" })).findings.find((one) => one.number === number)])).not.toContain("Another answer.");
  });

  test("gives its script, data, codebook and plan in one file, in which the hashes are right, until it is retracted: then its address is gone, and so are its files", async () => {
    const findingId = await begun();
    done(await analyseFinding(researcher(), { findingId, method: "rate-ratio", agency: program.organizationIds[0], from: "2024-01", to: "2025-12", change: "2025-01" }));
    done(await writeFinding(researcher(), { findingId, version: 1, ...words }));
    await database().finding.update({ where: { id: findingId }, data: { state: "ready" } });
    done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
    done(await publishFinding(researcher(), { findingId }));
    const address = `${await numberOf(findingId)}@v1`;
    const at = (file?: string) => ({ params: { address, ...(file ? { file } : {}) }, request: new Request(`http://localhost/library/findings/${address}`), context: { nonce: "", requestId: "", clientAddress: "" } });
    const zip = unzipSync(new Uint8Array(await (await publicFile(at("analysis.zip"))).arrayBuffer()));
    expect(Object.keys(zip)).toEqual(["analysis.R", "data.csv", "codebook.csv", "plan.json", "README.txt"]);
    const text = (name: string) => strFromU8(zip[name] ?? new Uint8Array());
    for (const name of ["analysis.R", "data.csv", "codebook.csv", "plan.json"]) expect(text("README.txt")).toContain(`${createHash("sha256").update(text(name)).digest("hex")}  ${name}`);
    expect(text("codebook.csv").split("\n").slice(1).map((line) => line.split(",")[0])).toEqual(['"record_id"', '"period"', '"events"', '"exposure"', '"after"', ""]);
    expect(JSON.parse(text("plan.json"))).toMatchObject({ number: "EV-1", version: 1, parts: { questions: [{ question: "Do arrests fall?" }] } });
    expect((await publicFindingPage(at())).init?.status).toBe(200);
    done(await retractFinding(researcher(), { findingId, reason: "A person could be told from it." }));
    const gone = await publicFindingPage(at());
    expect(gone.init?.status).toBe(410);
    expect(gone.data.shown).toMatchObject({ reason: "A person could be told from it.", content: { analysis: null } });
    for (const file of ["analysis.zip", "analysis.R", "data.csv", "codebook.csv"]) await expect(publicFile(at(file))).rejects.toMatchObject({ status: 410 });
    expect((await publicFile(at("citation.bib"))).status).toBe(200);
  });

  test("is read again every quarter by somebody else, who finds it waiting, and its author hears what needs a correction", async () => {
    const fresh = await published();
    const waits = async (name: string) => (await homeOf(name)).toRecheck.map(({ id }) => id);
    // What is out is never changed, so the older one comes out with its day.
    const findingId = await talkedOver();
    const { content } = await database().findingVersion.findFirstOrThrow({ where: { findingId: fresh } });
    await database().findingVersion.create({ data: { findingId, version: 1, hash: "none", publishedAt: new Date("2020-01-31"), content: content ?? {} } });
    await database().finding.update({ where: { id: findingId }, data: { state: "published" } });
    expect(await recheckFinding(researcher(), { findingId, stands: "yes", note: "" })).toMatchObject({ ok: false, status: 403 });
    expect(await recheckFinding(person("coordinator"), { findingId, stands: "no", note: "" })).toMatchObject({ ok: false, field: "note" });
    expect([await waits("coordinator"), await waits("observer")]).toEqual([[findingId], []]);
    done(await recheckFinding(person("coordinator"), { findingId, stands: "no", note: "March was counted twice." }));
    expect(await waits("coordinator")).toEqual([]);
    expect(done(await findingPage(person("coordinator"), { findingId })).finding.rechecks).toMatchObject([{ version: 1, stands: false, note: "March was counted twice." }]);
    expect(await database().notice.count({ where: { personId: researcher().personId, body: { contains: "needs a correction" } } })).toBe(1);
  });

  test("whose figures come from older calculations is marked, and is not checked before it was analysed again", async () => {
    const findingId = await begun();
    done(await analyseFinding(researcher(), { findingId, method: "rate-ratio", agency: program.organizationIds[0], from: "2024-01", to: "2025-12", change: "2025-01" }));
    done(await writeFinding(researcher(), { findingId, version: 1, ...words }));
    expect(done(await findingPage(researcher(), { findingId })).computedOlder).toBe(false);
    await database().$executeRaw`update "Finding" set analysis = jsonb_set(analysis, '{codeVersion}', '"1"'), state = 'ready' where id = ${findingId}`;
    expect(done(await findingPage(researcher(), { findingId })).computedOlder).toBe(true);
    expect(await checkFinding(person("coordinator"), { findingId, ...checklist })).toMatchObject({ ok: false, field: "figures", reason: expect.stringContaining("analyse it again") });
  });

  test("never shares its number, also when two begin at once after the first is gone", async () => {
    const gone = await begun();
    const numbers = await Promise.all((await Promise.all([begun(), begun(), begun()])).map(numberOf));
    await database().findingAgency.deleteMany({ where: { findingId: gone } });
    await database().finding.delete({ where: { id: gone } });
    numbers.push(await numberOf(await begun()));
    expect(new Set(numbers).size).toBe(4);
    expect(Math.max(...numbers)).toBe(numbers[3]);
  });

  test("that shows a weakness has a step with an owner and a day", async () => {
    const findingId = await published();
    done(await addAction(researcher(), { findingId, weakness: "No debriefs", step: "Debrief", ownerId: person("cit").personId, due: "2099-03-01", proposal: "" }));
    expect(done(await findingPage(person("cit"), { findingId }))).toMatchObject({ finding: { actions: [{ weakness: "No debriefs", due: "2099-03-01" }] }, movement: { newest: expect.stringContaining("2025") } });
    expect(await addAction(researcher(), { findingId, weakness: "W", step: "S", ownerId: person("cit").personId, due: "2099-03-01", proposal: "999" })).toMatchObject({ ok: false, fields: { proposal: [expect.any(String)] } });
  });

  test("has an address by version", () => {
    expect(readFindingAddress("12@v2")).toEqual({ number: 12, version: 2 });
    expect(readFindingAddress("12")).toEqual({ number: 12, version: null });
    expect(readFindingAddress("12@latest")).toBeNull();
  });
});
