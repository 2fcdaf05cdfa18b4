import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { changeText } from "~/commands/decisions/change-text.server";
import { skipStage } from "~/commands/decisions/skip-stage.server";
import { answerPublicComment } from "~/commands/public-comment/answer-public-comment.server";
import { openCommentRound } from "~/commands/public-comment/open-comment-round.server";
import { writePublicComment } from "~/commands/public-comment/write-public-comment.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { anyone } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import { canonicalJson } from "~/domain/records/canonical";
import { recordHash, type ChainedRecord } from "~/domain/records/chain";
import { headLine } from "~/domain/records/head";
import { verify } from "~/domain/records/test-verify";
import { daysLater } from "~/domain/voting/deadline";
import { zipFile } from "~/editor/export/word/zip-file";
import { headsInPublic } from "~/queries/records/public-heads.server";
import { openSigningKey } from "~/store/signing-key.server";
import { freshDatabase } from "~/store/test-database";
import { filesOf } from "../../../scripts/verify/zip.mjs";
import { programForTests, proposalForTests, signing, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { signDueHeads } from "./sign-head.server";
import { takeBundle } from "./take-bundle.server";

type Part = { name: string; content: Buffer };

let program: ProgramForTests;
let proposalId: string;
let bundle: Uint8Array;
let parts: Part[];
let kept: Record<string, string>;

beforeAll(async () => {
  await freshDatabase();
  await openSigningKey(join(mkdtempSync(join(tmpdir(), "concord-key-")), "key.pem"));
  program = await programForTests();
  proposalId = (await proposalForTests(program)).id;
  const day = (ahead: number) => dayIn("America/Chicago", daysLater(new Date(), ahead, "America/Chicago"));
  const { roundId: commentRoundId } = done(await openCommentRound(program.person("coordinator"), { proposalId, opensOn: day(0), closesOn: day(30) }));
  const { reference } = done(await writePublicComment(anyone, { roundId: commentRoundId, body: "Twenty minutes, please." }));
  const { database } = await import("~/store/database.server");
  const { id: commentId } = await database().publicComment.findUniqueOrThrow({ where: { reference } });
  done(await answerPublicComment(program.person("advocate"), { commentId, disposition: "declined", answer: "Thirty is what the teams can promise." }));
  const { roundId } = done(await openRound(program.person("coordinator"), { proposalId }));
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) done(await castVote(program.person(name), { roundId, requestId: `request-${name}`, choice: name === "peer" ? "object" : "consent", reason: name === "peer" ? "Too slow." : "" }));
  done(await closeRound(program.person("coordinator"), { roundId }));
  await signedAndChanged();
  await signDueHeads();
  const found = await headsInPublic(anyone, { most: 10 });
  kept = { kept: found.ok ? found.value.heads.map(headLine).join("\n") : "" };
  bundle = await taken();
  parts = filesOf(Buffer.from(bundle));
}, 60_000);

function done<Value>(outcome: { ok: true; value: Value } | { ok: false }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** The police skips a stage with a reason; the sheriff takes the text with a change of its own. */
async function signedAndChanged(): Promise<void> {
  const { database } = await import("~/store/database.server");
  const [police, county] = await Promise.all([0, 1].map((at) => database().decision.findFirstOrThrow({ where: { proposalId, organizationId: program.organizationIds[at] } })));
  const [chief, sheriff] = [program.person("chief"), program.person("sheriff")];
  const stage = await database().decisionStage.create({ data: { decisionId: police?.id ?? "", position: 0, step: 1, name: "Legal review", days: 7, state: "open", openedAt: new Date(), dueAt: new Date(Date.now() + 604_800_000), approvers: { create: { personId: chief.personId } } } });
  done(await skipStage(chief, { stageId: stage.id, reason: "The attorney sat in the meeting." }));
  done(await changeText(sheriff, { decisionId: county?.id, reasons: "Deputies are alone.", choices: [{ clauseId: "c1", choice: "reword", words: "Deputies wait for a clinician for up to 40 minutes.", reason: "The roads are long." }], ...(await signing(sheriff)) }));
}

async function taken(): Promise<Uint8Array> {
  const made = done(await takeBundle(program.person("chief"), { proposalId }));
  if (!("bytes" in made)) throw new Error(made.unavailable);
  return made.bytes;
}

const textOfPart = (name: string) => parts.find((part) => part.name === name)?.content.toString("utf8") ?? "";
const zipped = (changed: readonly Part[]) => zipFile(changed);
const withPart = (name: string, change: (text: string) => string) => parts.map((part) => (part.name === name ? { name, content: Buffer.from(change(part.content.toString("utf8"))) } : part));
const withRecords = (change: (records: ChainedRecord[]) => ChainedRecord[]) => withPart("records.json", (text) => JSON.stringify({ ...JSON.parse(text), records: change(JSON.parse(text).records) }));
const said = async (changed: readonly Part[], more: string[] = ["--heads", "@kept"]) => verify(await zipped(changed), more, kept);

describe("a bundle for a court, a council or a monitor", () => {
  it("is taken by who may take the records, and by nobody else", async () => {
    expect(await takeBundle(program.person("officer"), { proposalId })).toMatchObject({ status: 403 });
    expect(await takeBundle(anyone, { proposalId })).toMatchObject({ ok: false });
    expect(await takeBundle(program.person("chief"), { proposalId: "no such proposal" })).toMatchObject({ kind: "missing" });
  });

  it("holds the redline, the text, comments with answers, votes by group without names, decisions and records, and says so on a page", () => {
    expect(parts.map(({ name }) => name)).toEqual(["index.html", "redline.html", "redline.pdf", "text.json", "text-before.json", "proposal.json", "votes.json", "comments.json", "decisions.json", "records.json", "index.json", "signature.json"]);
    expect(textOfPart("redline.html")).toContain("<ins>");
    expect(textOfPart("comments.json")).toContain("Thirty is what the teams can promise.");
    const [round] = JSON.parse(textOfPart("votes.json"));
    expect(round.reasons).toEqual([{ group: "Lived experience and advocacy", choice: "object", reason: "Too slow." }]);
    expect(textOfPart("votes.json")).not.toContain("peer");
    expect(createHash("sha256").update(textOfPart("text.json")).digest("hex")).toBe(round.hash);
    for (const words of ["Callers wait too long.", "redline.pdf", "npm run verify"]) expect(textOfPart("index.html")).toContain(words);
  });

  it("holds the stages before each answer, and what an agency changed and why, with the hash of its own text", () => {
    const [county, police] = JSON.parse(textOfPart("decisions.json"));
    expect(police.stages).toMatchObject([{ name: "Legal review", state: "skipped", skippedReason: "The attorney sat in the meeting." }]);
    expect(county).toMatchObject({ outcome: "inComment", changes: [{ number: 1, choices: [{ clauseId: "c1", reason: "The roads are long." }] }] });
    expect(createHash("sha256").update(canonicalJson(county.changes[0].text)).digest("hex")).toBe(county.changes[0].hash);
    for (const words of ["Legal review", "The attorney sat in the meeting."]) expect(textOfPart("index.html")).toContain(words);
  });

  it("is the same, byte for byte, when the same matter is taken again, though the chain has grown since", async () => {
    expect(Buffer.from(await taken()).equals(Buffer.from(bundle))).toBe(true);
  });

  it("has nothing of its maker in what is around the words: no author, no path, no day of its making", async () => {
    const pdf = await getDocument({ data: new Uint8Array(parts.find(({ name }) => name === "redline.pdf")?.content ?? []), verbosity: 0 }).promise;
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info.Author).toBe("Two Rivers CIT");
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(JSON.stringify(info)).not.toMatch(/chief|advocate|coordinator|\/(tmp|home|root|work)/);
    expect(Buffer.from(bundle).includes(Buffer.from(program.person("chief").personId))).toBe(false);
    for (const { name, content } of parts.filter(({ name }) => name !== "records.json" && name !== "redline.pdf")) expect(content.toString("utf8"), name).not.toMatch(/@demo\.concord\.example|passwordHash|personId/);
  });

  it("is found to be whole, also by the heads that were kept", async () => {
    expect(verify(bundle)).toContain("10 files and");
    expect(verify(bundle, ["--heads", "@kept"], kept)).toMatch(/untouched\.\nThe records are under the signed head of .*\nSigned with the key that you kept/);
  });
});

describe("npm run verify on a bundle that was touched", () => {
  it("names a file that was changed, taken out, put in or moved", async () => {
    expect(await said(withPart("decisions.json", (text) => text.replace("pending", "adopted")))).toContain("decisions.json was touched");
    expect(await said(withPart("decisions.json", (text) => text.replace("The roads are long.", "The roads are short.")))).toContain("decisions.json was touched");
    expect(await said(withPart("text.json", (text) => text.replace("30", "90")))).toContain("text.json was touched");
    expect(await said(parts.filter(({ name }) => name !== "comments.json"))).toContain("comments.json is missing");
    expect(await said([...parts, { name: "letter.html", content: Buffer.from("Dear Judge") }])).toContain("letter.html was put in");
    expect(await said([...parts.slice(1, 2), ...parts.slice(0, 1), ...parts.slice(2)])).toContain("redline.html is out of order");
  });

  it("names a record that was changed, taken out, exchanged, cut off or put in", async () => {
    const { records } = JSON.parse(textOfPart("records.json")) as { records: ChainedRecord[] };
    const [, second, third] = records.map(({ sequence }) => sequence);
    const last = records.at(-1)?.sequence;
    expect(await said(withRecords((all) => all.map((record, at) => (at === 1 ? { ...record, actorName: "Somebody else" } : record))))).toContain(`record ${second} was touched`);
    expect(await said(withRecords((all) => all.filter((_, at) => at !== 1)))).toContain(`record ${second} is missing`);
    expect(await said(withRecords((all) => [...all.slice(0, 1), ...all.slice(1, 3).reverse(), ...all.slice(3)]))).toContain(`record ${third} is out of order`);
    expect(await said(withRecords((all) => all.slice(0, -1)))).toContain(`record ${last} is missing`);
    expect(await said(withRecords((all) => [...all, { ...(all[0] as ChainedRecord), sequence: 99 }]))).toContain("record 99 was put in");
  });

  it("names a record that was made anew with a fitting hash", async () => {
    const forged = withRecords((all) => all.map((record, at) => (at === 1 ? { ...record, actorName: "Somebody else", hash: recordHash(record.previousHash, { ...record, actorName: "Somebody else" }) } : record)));
    expect(await said(forged)).toMatch(/record \d+ was made anew/);
  });

  it("finds an index that was changed, and a whole bundle that was made anew with another key", async () => {
    const touched = withPart("decisions.json", (text) => text.replace("pending", "adopted"));
    const index = JSON.parse(textOfPart("index.json"));
    const changed = touched.find(({ name }) => name === "decisions.json")?.content ?? Buffer.alloc(0);
    for (const file of index.files) if (file.name === "decisions.json") Object.assign(file, { bytes: changed.length, sha256: createHash("sha256").update(changed).digest("hex") });
    const anew = `${canonicalJson(index)}\n`;
    const reindexed = touched.map((part) => (part.name === "index.json" ? { ...part, content: Buffer.from(anew) } : part));
    expect(await said(reindexed)).toContain("the signature does not match the index");
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const sha256 = createHash("sha256").update(anew).digest("hex");
    const signature = { signs: "index.json", sha256, publicKey: publicKey.export({ format: "jwk" }).x, signature: sign(null, Buffer.from(`concord-bundle-1 ${sha256}`), privateKey).toString("base64url") };
    const resigned = reindexed.map((part) => (part.name === "signature.json" ? { ...part, content: Buffer.from(`${canonicalJson(signature)}\n`) } : part));
    expect(await said(resigned, [])).toContain("Compare this key");
    expect(await said(resigned)).toContain("This bundle was made anew");
    expect(await said(resigned, ["--key", JSON.parse(textOfPart("signature.json")).publicKey])).toContain("This bundle was made anew");
  });

  it("finds a letter of the signature that was changed, wherever it stands", async () => {
    const written = textOfPart("signature.json");
    for (let at = 0; at < written.length; at += 11) {
      const other = written[at] === "A" ? "B" : "A";
      expect(await said(withPart("signature.json", (text) => text.slice(0, at) + other + text.slice(at + 1))), written.slice(0, at + 1)).toMatch(/(index|signature)\.json/);
    }
  });

  it("finds bytes that hide between the files, and a zip that was cut off", () => {
    expect(verify(Buffer.concat([Buffer.from(bundle), Buffer.from("more")]))).toContain("put in between its files and its end");
    expect(verify(bundle.subarray(0, bundle.length - 30))).toContain("This bundle was touched");
  });
});
