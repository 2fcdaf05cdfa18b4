import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { changeText } from "~/commands/decisions/change-text.server";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { anyone } from "~/domain/access/may";
import { dayOf } from "~/domain/voting/deadline";
import { clausesOf } from "~/editor/numbering";
import { plainText } from "~/editor/plain-text";
import { readDocument } from "~/editor/schema/read-document";
import { cleanText } from "~/editor/suggestions/clean-text";
import { documentPage } from "~/queries/documents/document-page.server";
import { loader as newestLoader } from "~/routes/library.$number._index";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, signing, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { libraryDocument } from "./library-document.server";
import { libraryView } from "./library-view.server";
import { loader as exported } from "~/routes/library.$number.editions.$edition_.exports.$format";
import { requestForTests } from "../../../e2e/support/cookie-for-tests";

let program: ProgramForTests;
let riverton = "";
let cedar = "";
const day = (after: number) => dayOf(new Date(Date.now() + after * 86_400_000), "America/Chicago");
const number = "CIT-101";

/** Riverton gives an interim order and adopts later; Cedar County puts one clause in other words. */
beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  [riverton = "", cedar = ""] = program.organizationIds;
  const { chiefs, sheriffs } = await carried(textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call and its end."));
  await decide("chief", chiefs, { move: "interim", reasons: "To try it.", effectiveFrom: day(0), until: day(10) });
  await decide("chief", chiefs, { move: "adopt", reasons: "It works.", effectiveFrom: day(20) });
  const choices = [{ clauseId: "c2", choice: "reword", words: "Dispatch records the call, its end and who came.", reason: "State law asks for it." }];
  const changed = await changeText(program.person("sheriff"), { decisionId: sheriffs, choices, reasons: "One clause is ours.", ...(await signing(program.person("sheriff"))) });
  expect(changed).toMatchObject({ ok: true });
});

async function proposed(content: ReturnType<typeof textOf>) {
  const latest = await database().edition.findFirstOrThrow({ where: { documentId: program.documentId }, orderBy: { number: "desc" } });
  const read = readDocument(content);
  if (!read.ok) throw new Error(read.reason);
  return (await proposalForTests(program, { content: cleanText(read.doc), baseEditionId: latest.id })).id;
}

async function carried(content: ReturnType<typeof textOf>) {
  return asked(await proposed(content));
}

async function asked(proposalId: string) {
  const opened = await openRound(program.person("coordinator"), { proposalId });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { roundId } = opened.value;
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) await castVote(program.person(name), { roundId, requestId: randomUUID(), choice: "consent", reason: "It is time." });
  await closeRound(program.person("coordinator"), { roundId });
  const decisions = await database().decision.findMany({ where: { proposalId } });
  const of = (organizationId: string) => decisions.find((decision) => decision.organizationId === organizationId)?.id ?? "";
  return { proposalId, chiefs: of(riverton), sheriffs: of(cedar) };
}

async function decide(who: string, decisionId: string, answer: Record<string, string>) {
  expect(await makeDecision(program.person(who), { decisionId, ...answer, ...(await signing(program.person(who))) })).toMatchObject({ ok: true });
}

async function read(asked: { edition?: number; agencyId?: string; asOf?: string }) {
  const found = await libraryDocument(anyone, { number, edition: null, ...asked });
  return found.ok ? libraryView(found.value) : null;
}

async function words(asked: Parameters<typeof read>[0]): Promise<string | null> {
  const content = (await read(asked))?.text?.content;
  return content ? clausesOf(content).flatMap(({ ownContent }) => ownContent.slice(1).map((block) => plainText(block))).join(" ") : null;
}

const voted = "Officers wait for a clinician for up to 30 minutes. Dispatch records the call and its end.";
const ours = "Officers wait for a clinician for up to 30 minutes. Dispatch records the call, its end and who came.";

describe("an agency's own text", () => {
  test("stays inside the program while partners comment on it", async () => {
    expect(JSON.stringify(await read({ edition: 2 }))).not.toContain("State law asks for it.");
    expect(await read({ edition: 2, agencyId: cedar })).toBeNull();
  });

  test("stands beside the carried one once it is adopted, with each difference and its reason, for whoever may read the edition", async () => {
    const text = await database().agencyText.findFirstOrThrow();
    await database().agencyText.update({ where: { id: text.id }, data: { commentUntil: new Date(Date.now() - 1000) } });
    await decide("sheriff", text.decisionId, { move: "conclude", reasons: "Nobody objected.", effectiveFrom: day(5) });
    const page = await read({ edition: 2 });
    const of = (organizationId: string) => page?.text?.record?.decisions.find(({ organization }) => organization.id === organizationId);
    expect(of(cedar)).toMatchObject({ outcome: "adoptedWithChanges", adopted: [{ from: day(5), edition: 2, own: { differences: [{ clauseId: "c2", choice: "reword", reason: "State law asks for it." }] } }] });
    expect(of(riverton)).toMatchObject({ outcome: "adopted", adopted: [{ from: day(0), until: day(10), own: null }, { from: day(20), until: null, own: null }] });
    expect(await words({ edition: 2 })).toBe(voted);
    expect(await words({ edition: 2, agencyId: cedar })).toBe(ours);
    expect(await words({ edition: 2, agencyId: riverton })).toBe(voted);
    const own = (await read({ edition: 2, agencyId: cedar }))?.text?.own;
    expect(own?.redline.touchedClauseIds).toEqual(["c2"]);
    expect(own?.hash).not.toBe(page?.text?.edition.hash);
  });

  test("goes out as a file for anybody under the agency's name, and never the carried text under it", async () => {
    const file = async (agency: string) => {
      const search = agency ? `?agency=${agency}` : "";
      const response = await exported({ request: requestForTests(`/library/${number}/editions/2/exports/markdown${search}`, ""), params: { number, edition: "2", format: "markdown" }, context: { nonce: "", requestId: "", clientAddress: "" } });
      return response.text();
    };
    const [own, carriedText] = [await file(cedar), await file("")];
    expect(own).toContain("its end and who came");
    expect(own).toContain((await read({ edition: 2, agencyId: cedar }))?.text?.own?.hash);
    expect(own).toMatch(/with the changes of/);
    expect(carriedText).toContain("the call and its end");
    expect(carriedText).not.toContain("who came");
    await expect(file(riverton)).rejects.toMatchObject({ status: 404 });
  });

  test("is the members' too, and with a document of one organization nobody else's", async () => {
    const asked = { documentId: program.documentId, edition: 2, agencyId: cedar };
    const page = await documentPage(program.person("peer"), asked);
    expect(page.ok && page.value).toMatchObject({ textFor: { found: true }, own: { differences: [{ clauseId: "c2" }] }, record: { votes: expect.arrayContaining([expect.objectContaining({ reason: "It is time." })]) } });
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "organization" } });
    expect(await documentPage(program.person("peer"), asked)).toMatchObject({ kind: "missing" });
    expect(await read({ edition: 2, agencyId: cedar })).toBeNull();
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "public" } });
  });
});

describe("the text of a day", () => {
  test("is the agency's, through an interim order, the gap after it and the adoption", async () => {
    expect(await Promise.all([day(-1), day(0), day(10), day(11), day(19), day(20)].map((asOf) => words({ agencyId: riverton, asOf })))).toEqual([null, voted, voted, null, null, voted]);
    expect(await Promise.all([day(4), day(5)].map((asOf) => words({ agencyId: cedar, asOf })))).toEqual([null, ours]);
  });

  test("says for each agency what it held, and nothing where it held nothing", async () => {
    const page = await read({ asOf: day(15) });
    expect(page?.agencies.map(({ id, edition, own }) => [id, edition, own])).toEqual(expect.arrayContaining([[riverton, null, false], [cedar, 2, true]]));
    expect(await read({ asOf: "1999-01-01" })).toMatchObject({ text: null, agencies: [{ edition: null }, { edition: null }] });
  });

  test("that no calendar has is refused at its field, without any text", async () => {
    const answer = await newestLoader({ request: new Request(`https://cit.example.org/library/${number}?asOf=2026-02-30`), params: { number }, context: { nonce: "", requestId: "", clientAddress: "" } });
    expect(answer.init?.status).toBe(422);
    expect(answer.data.wrongDay).toEqual({ typed: "2026-02-30", message: expect.stringContaining("a day that exists") });
  });
});

test("what an agency owes is said on the document's own page, overdue first", async () => {
  const { sheriffs } = await carried(textOf("Officers wait for a clinician for up to 20 minutes.", "Dispatch records the call and its end."));
  await database().decision.update({ where: { id: sheriffs }, data: { dueAt: new Date(Date.now() - 86_400_000) } });
  const { owed } = (await read({})) ?? {};
  expect(owed?.map(({ organization, clock }) => [organization.name, clock.overdue])).toEqual([["Cedar County Sheriff", true], ["Riverton Police", false]]);
});

test("an edition that was joined with a newer one keeps its record: the ballot's text is looked up", async () => {
  const [first, second] = [
    await carried(textOf("Officers wait for a clinician for up to 10 minutes.", "Dispatch records the call and its end.")),
    await carried(textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records and labels the call and its end.")),
  ];
  await decide("chief", first.chiefs, { move: "adopt", reasons: "Ten it is.", effectiveFrom: day(30) });
  await decide("chief", second.chiefs, { move: "adopt", reasons: "Good.", effectiveFrom: day(40) });
  await decide("sheriff", second.sheriffs, { move: "decline", reasons: "We have no labels.", effectiveFrom: "" });
  expect(await words({ edition: 4 })).toBe("Officers wait for a clinician for up to 10 minutes. Dispatch records and labels the call and its end.");
  const record = (await read({ edition: 4 }))?.text?.record;
  expect(record?.rounds).toHaveLength(1);
  expect(record?.decisions.map(({ outcome }) => outcome).sort()).toEqual(["adopted", "declined"]);
});
