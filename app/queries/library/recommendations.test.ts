import { beforeAll, describe, expect, test } from "vitest";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { anyone } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import type { RecommendationFilter } from "~/domain/library/recommendation";
import { database } from "~/store/database.server";
import { votedInPublic } from "~/store/recommendations.server";
import { freshDatabase } from "~/store/test-database";
import { loader as feedLoader } from "~/routes/library.feed[.]xml";
import { loader as mapLoader } from "~/routes/sitemap[.]xml";
import { programForTests, signing, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { recommendationList } from "./recommendation-list.server";
import { recommendationPage } from "./recommendation-page.server";

let program: ProgramForTests;
const request = new Request("https://cit.example.org/library/feed.xml");
const context = { nonce: "", requestId: "", clientAddress: "" };

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  await database().document.update({ where: { id: program.documentId }, data: { topic: "Crisis response" } });
  await voted("consent");
  await voted("object");
  await proposalForTests(program, { why: "Words of a draft that nobody voted on." });
});

async function voted(choice: "consent" | "object"): Promise<void> {
  const { id: proposalId } = await proposalForTests(program);
  const opened = await openRound(program.person("coordinator"), { proposalId });
  if (!opened.ok) throw new Error("No vote was opened.");
  const { roundId } = opened.value;
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) await castVote(program.person(name), { roundId, requestId: `request-${name}`, choice, reason: "It is time." });
  await closeRound(program.person("coordinator"), { roundId });
}

async function listed(filter: RecommendationFilter, more: Partial<{ topic: string; agencyId: string }> = {}): Promise<number[]> {
  const found = await recommendationList(anyone, { filter, topic: "", agencyId: "", before: null, ...more });
  return found.ok ? found.value.recommendations.map(({ number }) => number) : [];
}

const carried = () => database().proposal.findFirstOrThrow({ where: { stage: "carried" } });

describe("what became of recommendations, in public", () => {
  test("what was voted on is listed, newest first, and what was not is nobody's to read", async () => {
    const { number } = await carried();
    expect(await listed("all")).toEqual([number + 1, number]);
    expect(await listed("notCarried")).toEqual([number + 1]);
    expect(await recommendationPage(anyone, { number: number + 2 })).toMatchObject({ kind: "missing" });
    const all = await database().proposal.findMany({ select: { id: true } });
    expect((await votedInPublic(database(), all.map(({ id }) => id))).map((one) => one.number).sort()).toEqual([number, number + 1]);
  });

  test("the answers of agencies are there with their reasons as soon as they are given, and the list can be narrowed to them", async () => {
    const [riverton = "", cedar = ""] = program.organizationIds;
    const { id: proposalId, number } = await carried();
    const today = dayIn("America/Chicago", new Date());
    const decisions = await database().decision.findMany({ where: { proposalId } });
    const of = (organizationId: string) => decisions.find((decision) => decision.organizationId === organizationId)?.id;
    expect(await listed("waiting")).toEqual([number]);
    expect(await makeDecision(program.person("chief"), { decisionId: of(riverton), move: "adopt", reasons: "It is what we do.", effectiveFrom: today, ...(await signing(program.person("chief"))) })).toMatchObject({ ok: true });
    expect(await makeDecision(program.person("sheriff"), { decisionId: of(cedar), move: "decline", reasons: "We have no clinician at night.", effectiveFrom: "", ...(await signing(program.person("sheriff"))) })).toMatchObject({ ok: true });
    expect(await listed("waiting")).toEqual([]);
    expect(await listed("adopted", { agencyId: riverton })).toEqual([number]);
    expect(await listed("adopted", { agencyId: cedar })).toEqual([]);
    expect(await listed("declined", { topic: "Crisis response" })).toEqual([number]);
    expect(await listed("declined", { topic: "Dispatch" })).toEqual([]);
    const page = await recommendationPage(anyone, { number });
    expect(page.ok && page.value).toMatchObject({ edition: 2, became: { words: expect.stringContaining("Riverton Police adopted it as edition 2. Cedar County Sheriff declined it, with reasons.") } });
    expect(page.ok && page.value.decisions.map(({ reasons }) => reasons).sort()).toEqual(["It is what we do.", "We have no clinician at night."]);
  });

  test("a feed tells of editions, a site map of every page, and neither of anything else", async () => {
    const [feed, map] = await Promise.all([feedLoader({ request, params: {}, context }), mapLoader({ request, params: {}, context })].map(async (response) => (await response).text()));
    expect(feed).toContain("CIT-101 Response to a person in crisis, edition 2: adopted by Riverton Police");
    expect(feed).toContain("https://cit.example.org/library/CIT-101/editions/2");
    expect(feed).toMatch(/Cedar County Sheriff declined recommendation \d+.*We have no clinician at night\./);
    for (const path of ["findings", "evidence"]) expect(map).toContain(`<loc>https://cit.example.org/library/${path}</loc>`);
    expect(map).toContain("<loc>https://cit.example.org/library/CIT-101/editions/1</loc>");
    for (const text of [feed, map]) expect(text).not.toMatch(/nobody voted on|draft|@|peer|password/i);
  });

  test("when a document is no longer public, everything about it is gone from all of them", async () => {
    const { number } = await carried();
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "program" } });
    expect(await listed("all")).toEqual([]);
    expect(await recommendationPage(anyone, { number })).toMatchObject({ kind: "missing" });
    expect(await (await feedLoader({ request, params: {}, context })).text()).not.toContain("CIT-101");
  });
});
