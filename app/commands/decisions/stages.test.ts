import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { closeRound } from "~/commands/voting/close-round.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { openRound } from "~/commands/voting/open-round.server";
import { suspendPerson } from "~/commands/access/suspend-person.server";
import { afterNotice, dayInWords } from "~/domain/decisions/business-days";
import { dayOf } from "~/domain/voting/deadline";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { changesForm } from "~/queries/decisions/changes-form.server";
import { homePage } from "~/queries/home/home-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { personForTests, programForTests, proposalForTests, signing, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { changeText } from "./change-text.server";
import { commentOnChanges } from "./comment-on-changes.server";
import { confirmTypo } from "./confirm-typo.server";
import { leaveProgram } from "./leave-program.server";
import { makeDecision } from "./make-decision.server";
import { nameActingHead } from "./name-acting-head.server";
import { setPath } from "./set-path.server";
import { signStage } from "./sign-stage.server";
import { skipStage } from "./skip-stage.server";

let program: ProgramForTests;
let admin: PersonActor;

beforeAll(async () => {
  await freshDatabase();
});

const day = (after: number) => dayOf(new Date(Date.now() + after * 86_400_000), "America/Chicago");
const voted = textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call and its end.");
const row = (name: string, step: number, approvers: string[], noticeDays = "") => ({ name, step: String(step), days: "7", noticeDays, approverIds: approvers.map((who) => program.person(who).personId) });

/** A program whose police has a path, with a carried proposal that both heads are asked about. */
async function carried(stages: () => ReturnType<typeof row>[], content = voted) {
  program = await programForTests();
  admin = await personForTests(program.programId, program.organizationIds[2] ?? "", "admin", ["programAdmin"], false);
  const path = { organizationId: program.organizationIds[0], version: "0", stages: stages(), holidays: "" };
  if (path.stages.length > 0) expect(await setPath(program.person("chief"), path)).toMatchObject({ ok: true });
  return ask(content);
}

async function ask(content = voted, baseEditionId = program.edition.id) {
  const { id: proposalId } = await proposalForTests(program, { content, baseEditionId });
  const opened = await openRound(program.person("coordinator"), { proposalId });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { roundId } = opened.value;
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) await castVote(program.person(name), { roundId, choice: "consent", reason: "Because.", requestId: randomUUID() });
  await closeRound(program.person("coordinator"), { roundId });
  const decisions = await database().decision.findMany({ where: { proposalId }, include: { stages: { orderBy: { position: "asc" } } } });
  const of = (index: number) => decisions.find(({ organizationId }) => organizationId === program.organizationIds[index])?.id ?? "";
  return { proposalId, chiefs: of(0), sheriffs: of(1) };
}

const stagesOf = (decisionId: string) => database().decisionStage.findMany({ where: { decisionId }, orderBy: { position: "asc" }, include: { signatures: true } });
const states = async (decisionId: string) => (await stagesOf(decisionId)).map(({ state }) => state);
const decide = async (who: string, answer: Record<string, string>) => makeDecision(program.person(who), { ...answer, ...(await signing(program.person(who))) });
const adopt = (who: string, decisionId: string, effectiveFrom = day(3)) => decide(who, { decisionId, move: "adopt", reasons: "It is right.", effectiveFrom });

async function sign(who: string, stageId: string, { noticeOn = "", hash }: { noticeOn?: string; hash?: string } = {}) {
  const stage = await database().decisionStage.findUniqueOrThrow({ where: { id: stageId } });
  const page = await decisionPage(program.person("observer"), { decisionId: stage.decisionId });
  if (!page.ok) throw new Error("The decision is not there.");
  const { changes, joined, decision } = page.value;
  const current = changes && !changes.awaiting ? changes.hash : (joined?.hash ?? decision.hash);
  return signStage(program.person(who), { stageId, hash: hash ?? current, noticeOn, ...(await signing(program.person(who))) });
}

const change = async (decisionId: string, { clauseId = "c2", words = "Dispatch records the call, its end and who came.", typoOnly = "no", reason = "The log needs it." } = {}) =>
  changeText(program.person("chief"), { decisionId, reasons: "One clause cannot work here.", typoOnly, choices: [{ clauseId: "c1", choice: "take" }, { clauseId, choice: words ? "reword" : "leave", words, reason }].filter(({ clauseId: id }, at, all) => all.findLastIndex((one) => one.clauseId === id) === at), ...(await signing(program.person("chief"))) });

test("two parallel approvers must both sign, then the next stage begins; the head adopts only at the end", async () => {
  const { chiefs, sheriffs } = await carried(() => [row("Legal review", 1, ["cit", "coordinator"]), row("Training", 2, ["officer"]), row("Accreditation", 2, ["cit"])]);
  const [legal, training, accreditation] = await stagesOf(chiefs);
  expect(await states(chiefs)).toEqual(["open", "waiting", "waiting"]);
  expect(await stagesOf(sheriffs)).toEqual([]);
  expect(await database().notice.count({ where: { cause: `stage.begin:${legal?.id}:1` } })).toBe(2);
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("are not done") });
  expect(await sign("officer", legal?.id ?? "")).toMatchObject({ ok: false, status: 403 });
  expect(await sign("officer", training?.id ?? "")).toMatchObject({ ok: false, status: 409 });
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: true, value: { finished: false } });
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: false, status: 409 });
  expect(await states(chiefs)).toEqual(["open", "waiting", "waiting"]);
  expect(await sign("coordinator", legal?.id ?? "")).toMatchObject({ ok: true, value: { finished: true } });
  expect(await states(chiefs)).toEqual(["done", "open", "open"]);
  expect(await skipStage(program.person("officer"), { stageId: accreditation?.id, reason: "No." })).toMatchObject({ ok: false, status: 403 });
  expect(await skipStage(program.person("chief"), { stageId: accreditation?.id, reason: " " })).toMatchObject({ ok: false, status: 422, field: "reason" });
  expect(await skipStage(program.person("chief"), { stageId: accreditation?.id, reason: "No standard is touched." })).toMatchObject({ ok: true });
  expect(await sign("officer", training?.id ?? "")).toMatchObject({ ok: true });
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: true, value: { edition: 2 } });
  expect(await skipStage(program.person("chief"), { stageId: training?.id, reason: "Late." })).toMatchObject({ ok: false, status: 409 });
});

test("two approvers who sign at the same moment finish the stage once", async () => {
  const { chiefs } = await carried(() => [row("Legal review", 1, ["cit", "coordinator"]), row("Training", 2, ["officer"])]);
  const [legal] = await stagesOf(chiefs);
  const outcomes = await Promise.all(["cit", "coordinator"].map((who) => sign(who, legal?.id ?? "")));
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.finished).sort()).toEqual([false, true]);
  expect(await states(chiefs)).toEqual(["done", "open"]);
});

test("a notice to the union of 10 business days holds back the first day in force", async () => {
  const { chiefs } = await carried(() => [row("Notice to the union", 1, ["cit"], "10")]);
  const [notice] = await stagesOf(chiefs);
  for (const noticeOn of ["", day(1), "2026-02-30"]) expect(await sign("cit", notice?.id ?? "", { noticeOn })).toMatchObject({ ok: false, status: 422, field: "noticeOn" });
  expect(await sign("cit", notice?.id ?? "", { noticeOn: day(0) })).toMatchObject({ ok: true });
  const first = afterNotice(day(0), 10, []);
  const before = new Date(new Date(`${first}T12:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
  expect(await adopt("chief", chiefs, before)).toMatchObject({ ok: false, status: 422, field: "effectiveFrom", reason: expect.stringContaining(dayInWords(first)) });
  expect(await adopt("chief", chiefs, first)).toMatchObject({ ok: true });
});

test("an edit after the legal sign-off starts the stages again; partners comment 14 days, then it becomes the agency's text with both hashes", async () => {
  const { chiefs, sheriffs } = await carried(() => [row("Legal review", 1, ["cit"])]);
  const [legal] = await stagesOf(chiefs);
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: true });
  expect(await change(chiefs, { reason: "" })).toMatchObject({ ok: false, status: 422, fields: { "reason:c2": [expect.any(String)] } });
  expect(await change(chiefs, { words: "Dispatch records the call and its end." })).toMatchObject({ ok: false, status: 422, field: "words:c2" });
  expect(await states(chiefs)).toEqual(["done"]);
  expect(await change(chiefs)).toMatchObject({ ok: true });
  const again = await changesForm(program.person("chief"), { decisionId: chiefs, also: [] });
  expect(again.ok && again.value.clauses.find(({ clauseId }) => clauseId === "c2")?.chosen).toEqual({ choice: "reword", words: "Dispatch records the call, its end and who came.", reason: "The log needs it." });
  expect(await states(chiefs)).toEqual(["open"]);
  expect((await stagesOf(chiefs))[0]).toMatchObject({ attempt: 2, signatures: [{ attempt: 1 }] });
  expect(await database().notice.count({ where: { cause: `decision.make:${chiefs}:inComment:1` } })).toBe(5);
  expect(await commentOnChanges(program.person("peer"), { decisionId: chiefs, body: "Who came is private." })).toMatchObject({ ok: true });
  expect(await commentOnChanges(program.person("observer"), { decisionId: chiefs, body: "I" })).toMatchObject({ ok: false, status: 403 });
  const voteHash = (await database().decision.findUniqueOrThrow({ where: { id: chiefs }, include: { frozenText: true } })).frozenText.hash;
  expect(await sign("cit", legal?.id ?? "", { hash: voteHash })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("changed after you opened") });
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: true });
  expect(await change(chiefs, { words: "Dispatch records the call, its end and who comes.", typoOnly: "yes" })).toMatchObject({ ok: true });
  const mended = await decisionPage(program.person("peer"), { decisionId: chiefs });
  expect(JSON.stringify(mended.ok && mended.value.changes?.mended)).toContain("came");
  expect(await confirmTypo(program.person("peer"), { decisionId: chiefs, verdict: "no" })).toMatchObject({ ok: true });
  const waiting = async () => {
    const home = await homePage(program.person("chief"), null);
    return home.ok && home.value.toDecide.find(({ id }) => id === chiefs);
  };
  expect(await waiting()).toMatchObject({ changesRead: false });
  const conclude = () => decide("chief", { decisionId: chiefs, move: "conclude", reasons: "Heard.", effectiveFrom: day(3) });
  expect(await conclude()).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("open for comment") });
  await database().agencyText.updateMany({ where: { decisionId: chiefs }, data: { commentUntil: new Date(Date.now() - 1000) } });
  expect(await commentOnChanges(program.person("peer"), { decisionId: chiefs, body: "Late." })).toMatchObject({ ok: false, status: 409 });
  expect(await waiting()).toMatchObject({ changesRead: true });
  expect(await conclude()).toMatchObject({ ok: true, value: { edition: 2 } });
  expect(await adopt("sheriff", sheriffs)).toMatchObject({ ok: true, value: { edition: 2 } });
  const adoptions = await database().adoption.findMany({ where: { edition: { number: 2, documentId: program.documentId } }, include: { ownText: true, edition: true, decision: true } });
  expect(adoptions.map(({ edition }) => edition.hash)).toEqual([voteHash, voteHash]);
  const own = adoptions.find(({ ownText }) => ownText);
  expect(own?.ownText?.hash).not.toBe(voteHash);
  expect(own?.decision).toMatchObject({ outcome: "adoptedWithChanges", signedHash: own?.ownText?.hash });
  expect(adoptions.filter(({ ownText }) => ownText === null)).toHaveLength(1);
});

test("a typo only, confirmed by a second person of another group, keeps the sign-offs; unconfirmed, nothing is changed", async () => {
  const { chiefs } = await carried(() => [row("Legal review", 1, ["cit"])]);
  const [legal] = await stagesOf(chiefs);
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: true });
  expect(await change(chiefs, { typoOnly: "yes", words: "Dispatch records the call and the end." })).toMatchObject({ ok: true });
  expect(await states(chiefs)).toEqual(["done"]);
  expect(await database().notice.findFirst({ where: { personId: program.person("peer").personId, cause: `decision.make:${chiefs}:inComment:1` } })).toMatchObject({ body: expect.stringContaining("Somebody of another group has to confirm it.") });
  for (const who of ["chief", "officer", "sheriff"]) expect(await confirmTypo(program.person(who), { decisionId: chiefs, verdict: "yes" })).toMatchObject({ ok: false, status: 403 });
  await database().agencyText.updateMany({ where: { decisionId: chiefs }, data: { commentUntil: new Date(Date.now() - 1000) } });
  const conclude = () => decide("chief", { decisionId: chiefs, move: "conclude", reasons: "A typo.", effectiveFrom: day(3) });
  expect(await conclude()).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("another group") });
  const both = await Promise.all([confirmTypo(program.person("peer"), { decisionId: chiefs, verdict: "yes" }), confirmTypo(program.person("clinician"), { decisionId: chiefs, verdict: "no" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [text] = await database().agencyText.findMany({ where: { decisionId: chiefs } });
  expect(await states(chiefs)).toEqual(["done"]);
  expect(await conclude()).toMatchObject({ ok: text?.state === "standing" });
});

test("a second carried text joins the edition that touched other clauses only, and its stages start again", async () => {
  const { chiefs: first } = await carried(() => [row("Legal review", 1, ["cit"])], textOf("Officers wait for a clinician.", "Dispatch records and labels the call."));
  const { chiefs, sheriffs, proposalId } = await ask(textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."));
  const { chiefs: clashing } = await ask(textOf("Officers wait for a clinician.", "Dispatch records nothing."));
  const [[legal], [second]] = [await stagesOf(first), await stagesOf(chiefs)];
  expect(await sign("cit", second?.id ?? "")).toMatchObject({ ok: true });
  expect(await sign("cit", legal?.id ?? "")).toMatchObject({ ok: true });
  expect(await adopt("chief", first)).toMatchObject({ ok: true, value: { edition: 2 } });
  expect(await states(chiefs)).toEqual(["open"]);
  expect(await sign("cit", second?.id ?? "")).toMatchObject({ ok: true });
  expect(await adopt("chief", chiefs, day(9))).toMatchObject({ ok: true, value: { edition: 3 } });
  const edition = await database().edition.findFirstOrThrow({ where: { proposalId }, include: { frozenText: true } });
  const ballot = await database().round.findFirstOrThrow({ where: { proposalId }, include: { frozenText: true } });
  expect(edition.carriedHash).toBe(ballot.frozenText?.hash);
  expect(JSON.stringify(edition.frozenText.content)).toMatch(/30 minutes.*labels the call/);
  expect(await adopt("sheriff", sheriffs)).toMatchObject({ ok: true, value: { edition: 3 } });
  const [stage] = await stagesOf(clashing);
  expect(await skipStage(program.person("chief"), { stageId: stage?.id, reason: "It falls anyway." })).toMatchObject({ ok: true });
  expect(await adopt("chief", clashing, day(12))).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("undo") });
  expect(await decide("chief", { decisionId: clashing, move: "decline", reasons: "It would undo edition 2." })).toMatchObject({ ok: true });
});

test("an interim order has a last day, and the text is adopted for good before it ends", async () => {
  const { chiefs } = await carried(() => []);
  const interim = (until: string) => decide("chief", { decisionId: chiefs, move: "interim", reasons: "Until the council meets.", effectiveFrom: day(1), until });
  for (const until of ["", day(0)]) expect(await interim(until)).toMatchObject({ ok: false, status: 422, field: "until" });
  expect(await interim(day(60))).toMatchObject({ ok: true });
  expect(await adopt("chief", chiefs, day(1))).toMatchObject({ ok: false, field: "effectiveFrom" });
  expect(await adopt("chief", chiefs, day(30))).toMatchObject({ ok: true, value: { edition: 2 } });
  expect(await database().adoption.count({ where: { decisionId: chiefs } })).toBe(2);
});

test("while the head is suspended nobody decides, until an administrator names who acts for the head", async () => {
  const { chiefs } = await carried(() => []);
  expect(await adopt("cit", chiefs)).toMatchObject({ ok: false, status: 403 });
  expect(await suspendPerson(admin, { personId: program.person("chief").personId })).toMatchObject({ ok: true });
  expect(await decisionPage(program.person("peer"), { decisionId: chiefs })).toMatchObject({ ok: true, value: { organization: { hasHead: false }, may: { nameHead: false } } });
  expect(await decisionPage(admin, { decisionId: chiefs })).toMatchObject({ ok: true, value: { may: { nameHead: true } } });
  const naming = { organizationId: program.organizationIds[0], personId: program.person("cit").personId, from: day(0), until: day(20), reason: "The head is suspended." };
  expect(await nameActingHead(program.person("coordinator"), naming)).toMatchObject({ ok: false, status: 403 });
  expect(await nameActingHead(admin, { ...naming, personId: program.person("peer").personId })).toMatchObject({ ok: false, field: "personId" });
  expect(await nameActingHead(admin, { ...naming, reason: "" })).toMatchObject({ ok: false, status: 422 });
  expect(await nameActingHead(admin, naming)).toMatchObject({ ok: true });
  expect(await decisionPage(program.person("cit"), { decisionId: chiefs })).toMatchObject({ ok: true, value: { organization: { hasHead: true }, may: { decide: true } } });
  await database().actingHead.updateMany({ where: { personId: naming.personId }, data: { from: new Date(`${day(1)}T00:00:00Z`) } });
  expect(await adopt("cit", chiefs)).toMatchObject({ ok: false, status: 403 });
  await database().actingHead.updateMany({ where: { personId: naming.personId }, data: { from: new Date(`${day(0)}T00:00:00Z`) } });
  expect(await adopt("cit", chiefs)).toMatchObject({ ok: true });
});

test("an agency that leaves owes nothing more: its decisions close with the reason, its texts end, nobody asks it again", async () => {
  const { chiefs, sheriffs } = await carried(() => []);
  expect(await adopt("chief", chiefs, day(0))).toMatchObject({ ok: true });
  const leave = { organizationId: program.organizationIds[1], reason: "The county joins another program." };
  expect(await leaveProgram(program.person("coordinator"), leave)).toMatchObject({ ok: false, status: 403 });
  const outcomes = await Promise.all([leaveProgram(admin, leave), adopt("sheriff", sheriffs, day(1))]);
  expect(outcomes[0]).toMatchObject({ ok: true });
  const decision = await database().decision.findUniqueOrThrow({ where: { id: sheriffs }, include: { adoptions: true } });
  if (decision.outcome === "left") expect(decision.adoptions).toEqual([]);
  else for (const { until } of decision.adoptions) expect(until).not.toBeNull();
  expect(await leaveProgram(admin, leave)).toMatchObject({ ok: false, status: 409 });
  const edition = await database().edition.findFirstOrThrow({ where: { documentId: program.documentId, number: 2 } });
  const next = await ask(textOf("Officers wait for a clinician for up to 20 minutes.", "Dispatch records the call and its end."), edition.id);
  expect(next.sheriffs).toBe("");
});

test("of two people who change a path, the second is told", async () => {
  await carried(() => [row("Legal review", 1, ["cit"])]);
  const path = { organizationId: program.organizationIds[0], version: "1", stages: [row("Legal review", 1, ["cit"]), row("Training", 2, [])], holidays: "" };
  expect(await setPath(program.person("chief"), path)).toMatchObject({ ok: false, status: 422, fields: { "approverIds-1": [expect.any(String)] } });
  const good = { ...path, stages: [row("Training", 1, ["officer"])] };
  const both = await Promise.all([setPath(program.person("chief"), good), setPath(admin, good)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await setPath(program.person("sheriff"), { ...good, version: "2" })).toMatchObject({ ok: false, status: 403 });
});
