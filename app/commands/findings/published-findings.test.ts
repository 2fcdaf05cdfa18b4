import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { anyone, type Actor } from "~/domain/access/may";
import { readFindingAddress } from "~/domain/evaluation/published-finding";
import { findingPage } from "~/queries/findings/finding-page.server";
import { publicFinding, publicFindingIndex } from "~/queries/findings/public-findings.server";
import { libraryFeed } from "~/queries/library/library-feed.server";
import { searchPage } from "~/queries/search/search-page.server";
import { loader as publicFindingPage } from "~/routes/library.findings.$address._index";
import { loader as publicFile } from "~/routes/library.findings.$address.files.$file";
import { database } from "~/store/database.server";
import { addAction } from "./add-action.server";
import { analyseFinding } from "./analyse-finding.server";
import { checkFinding } from "./check-finding.server";
import { correctFinding } from "./correct-finding.server";
import { publishFinding } from "./publish-finding.server";
import { recheckFinding } from "./recheck-finding.server";
import { retractFinding } from "./retract-finding.server";
import { writeFinding } from "./write-finding.server";
import { begun, checklist, done, homeOf, numberOf, person, program, published, researcher, talkedOver, withTotals, words } from "./test-findings";

withTotals();

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

  test("says to anybody what follows from it: by which organization, with no name, and nothing once it is retracted", async () => {
    const findingId = await published();
    const number = await numberOf(findingId);
    const step = { findingId, weakness: "No debriefs", step: "Debrief", ownerId: person("cit").personId, due: "2099-03-01", proposal: "" };
    expect(await addAction(researcher(), { ...step, weakness: "Call 555-010-4477 back" })).toMatchObject({ ok: false, fields: { weakness: [expect.stringContaining("looks like")] } });
    done(await addAction(researcher(), step));
    const seen = done(await publicFinding(anyone, { number, version: null })).steps;
    expect(seen).toMatchObject([{ weakness: "No debriefs", step: "Debrief", due: "2099-03-01", doneAt: null, proposal: null }]);
    const own = await database().person.findUniqueOrThrow({ where: { id: step.ownerId }, select: { name: true, organization: { select: { name: true } } } });
    expect(seen[0]?.organization).toBe(own.organization.name);
    expect(JSON.stringify(seen)).not.toContain(own.name);
    done(await retractFinding(researcher(), { findingId, reason: "The totals were wrong." }));
    expect(done(await publicFinding(anyone, { number, version: null })).steps).toEqual([]);
  });

  test("has an address by version", () => {
    expect(readFindingAddress("12@v2")).toEqual({ number: 12, version: 2 });
    expect(readFindingAddress("12")).toEqual({ number: 12, version: null });
    expect(readFindingAddress("12@latest")).toBeNull();
  });
});
