import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCalendar } from "~/commands/calendar/make-calendar.server";
import { readDraft } from "~/commands/drafting/read-draft.server";
import { exportRecords } from "~/commands/records/export-records.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeBallot } from "~/commands/voting/close-ballot.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openBallot } from "~/commands/voting/open-ballot.server";
import { openRound } from "~/commands/voting/open-round.server";
import { recordVote } from "~/commands/voting/record-vote.server";
import { announcementChannel } from "~/domain/notices/announcement";
import { sendDueMail } from "~/mail/send-due-mail.server";
import { listeningServer, origin, socketFor } from "~/realtime/test-program";
import { connect, database, listen } from "~/store/database.server";
import { copyOf, freshDatabase } from "~/store/test-database";
import { cookieForTests } from "../e2e/support/cookie-for-tests";
import { answersTo, everyPlace } from "../e2e/support/every-page";
import { mailReceiver } from "../e2e/support/mail-receiver";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../e2e/support/program-for-tests";

/*
 * The same votes in three copies of one workplace, which differ in nothing but what was chosen. If somebody can tell the copies apart, by a count,
 * a reason, an order, a title or the length of a page, a choice came out. In the first and the second, open votes differ;
 * in the first and the third, two people changed places in each secret ballot.
 */

let program: ProgramForTests;
let people: Record<string, PersonActor>;
let known: ReadonlySet<string>;
let worlds: Record<Copy, World>;

type Copy = "first" | "second" | "swapped";
type Told = Map<string, string>;
type World = { whileOpen: Record<string, Told>; changedByLooking: string[]; afterClose: Record<string, Told>; mail: string[]; mailAfterClose: string[]; frames: string[]; heard: string[]; dump: Map<string, string[]> };
type Ids = { hidden: string; waiting: string; box: string; ranking: string; round: string; agreement: string; secretRound: string; proposals: string[]; drafts: string[] };

/** Who watches: somebody with every role and no seat, a member who has not voted, and one whose ballot is the same in every copy. */
const watchers = ["administrator", "advocate", "peer"];
/** What reads no votes is left out of the usual run; with PAGES=all it is asked too. */
const withoutVotes = process.env.PAGES === "all" ? null : /^(evaluation|training|glossary|surveys|acknowledgements|committees|comment-rounds|organizations|people|public-comments|documents\.\$documentId\.(plain-text|review|rights|reading|import-report)|library\.(findings|plans|evidence|certificates|accessibility|comment))/;
/** Where votes are read; the other pages are looked at by who may open them all. */
const aboutVotes = /^(_index|search|ballots|rounds|proposals|drafts|meetings|notices|participation|records|decisions|seats|groups|charter)/;

function person(name: string): PersonActor {
  const found = people[name];
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

async function opened<Value>(outcome: Promise<{ ok: true; value: Value } | { ok: false }>): Promise<Value> {
  const done = await outcome;
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

async function ask(more: Record<string, string>): Promise<string> {
  return (await opened(openBallot(person("coordinator"), { kind: "single", question: "Where do we meet?", options: "Library\nStation\nHall", ...more }))).ballotId;
}

async function vote(more: Record<string, string>): Promise<{ proposalId: string; draftId: string; roundId: string }> {
  const { id: proposalId, draftId } = await proposalForTests(program);
  return { proposalId, draftId, roundId: (await opened(openRound(person("coordinator"), { proposalId, ...more }))).roundId };
}

async function openEverything(): Promise<Ids> {
  const [hidden, waiting] = [await ask({ results: "after-close" }), await ask({ results: "after-voting" })];
  const [box, ranking] = [await ask({ secret: "yes" }), await ask({ secret: "yes", kind: "ranked" })];
  const [round, agreement, secretRound] = [await vote({ results: "after-close" }), await vote({ results: "after-close", kind: "agreement" }), await vote({ secret: "yes" })];
  const votes = [round, agreement, secretRound];
  return { hidden, waiting, box, ranking, round: round.roundId, agreement: agreement.roundId, secretRound: secretRound.roundId, proposals: votes.map(({ proposalId }) => proposalId), drafts: votes.map(({ draftId }) => draftId) };
}

type Marks = { choice?: string; marks?: Record<string, string>; reason?: string };

async function cast(name: string, roundId: string, marks: Marks): Promise<void> {
  await opened(castVote(person(name), { roundId, requestId: randomUUID(), reason: "", ...marks }));
}

/** Everybody votes in the same order at every ballot; only what they choose depends on the copy. */
async function everybodyVotes(ids: Ids, which: Copy): Promise<void> {
  const other = which === "second";
  const turned = which === "swapped";
  const [one, two, three] = other ? ["o3", "o3", "o2"] : ["o1", "o2", "o1"];
  for (const ballot of [ids.hidden, ids.waiting]) {
    await cast("cit", ballot, { choice: one, reason: other ? "It is far." : "It is near, and there is a bus until midnight." });
    await cast("officer", ballot, { choice: "o2" });
    await cast("officer", ballot, { choice: two });
    await cast("clinician", ballot, { choice: three });
  }
  await cast("peer", ids.hidden, { choice: "o1", reason: "It is warm." });
  for (const [ballot, no] of [[ids.round, "object"], [ids.agreement, "disagree"]] as const) {
    const yes = ballot === ids.round ? "consent" : "agree";
    await cast("cit", ballot, { choice: other ? no : yes, reason: other ? "No." : "Because it helps." });
    await cast("officer", ballot, { choice: other ? yes : no, reason: "Because." });
    await cast("peer", ballot, { choice: "abstain" });
    const { id: rollEntryId } = await database().rollEntry.findFirstOrThrow({ where: { roundId: ballot, personId: person("clinician").personId } });
    await opened(recordVote(person("coordinator"), { roundId: ballot, rollEntryId, choice: other ? no : yes, reason: "On the phone.", requestId: randomUUID() }));
  }
  const boxed: [string, string, string][] = [["cit", "o1", "o2"], ["officer", "o2", "o1"], ["clinician", "o3", "o3"], ["nurse", "o1", "o3"], ["advocate", "o3", "o1"], ["peer", "o2", "o2"]];
  for (const [name, here, there] of boxed) {
    await cast(name, ids.box, { choice: turned ? there : here, reason: (turned ? there : here) === "o2" ? "It is warm there." : "" });
    await cast(name, ids.ranking, { marks: { [turned ? there : here]: "1" } });
  }
  // By group the counts have to agree, so only two of one group change places.
  for (const [name, here, there] of [["cit", "consent", "object"], ["officer", "object", "consent"], ["clinician", "consent", "consent"], ["nurse", "consent", "consent"], ["advocate", "abstain", "consent"], ["peer", "consent", "abstain"]] as const)
    await cast(name, ids.secretRound, { choice: turned ? there : here, reason: (turned ? there : here) === "object" ? "Not yet." : "" });
}

async function close(ids: Ids): Promise<void> {
  for (const ballotId of [ids.box, ids.ranking]) await opened(closeBallot(person("coordinator"), { ballotId }));
  await opened(closeRound(person("coordinator"), { roundId: ids.secretRound }));
}

/** What each watcher, and who is not signed in, gets from every address. */
async function everythingTold(ids: Ids): Promise<Record<string, Told>> {
  const db = database();
  const mails = await db.mail.findMany({ where: { NOT: { cause: { contains: ".open:" } } }, orderBy: [{ createdAt: "asc" }, { personId: "asc" }], select: { id: true } });
  const decisions = await db.decision.findMany({ orderBy: { organizationId: "asc" }, select: { id: true } });
  const ballots = [ids.hidden, ids.waiting, ids.box];
  const [group = ""] = program.groupIds;
  const [agency = ""] = program.organizationIds;
  const numbers = await db.proposal.findMany({ where: { id: { in: ids.proposals } }, select: { number: true } });
  const places = await everyPlace({
    ballotId: ballots, roundId: [ids.hidden, ids.box, ids.round, ids.secretRound], proposalId: ids.proposals, draftId: ids.drafts.slice(0, 1), proposal: numbers.map(({ number }) => String(number)),
    documentId: [program.documentId], number: ["CIT-101"], edition: ["1"], format: ["html"], groupId: [group], organizationId: [agency], personId: [person("cit").personId],
    mailId: mails.map(({ id }) => id), decisionId: decisions.map(({ id }) => id), clauseId: ["c1"], version: ["1"], token: [calendarToken],
  }, withoutVotes);
  const told: Record<string, Told> = { nobody: await answersTo(null, places.filter(({ route }) => /^(library|_index|calendars|sign-in|robots|sitemap)/.test(route))) };
  for (const name of watchers) {
    const { personId } = person(name);
    const read = places.filter(({ route }) => (name === "administrator" ? !route.startsWith("unsubscribe") : aboutVotes.test(route) && !route.startsWith("notices.outbox")));
    const search = await answersTo(personId, places.filter(({ route }) => route === "search"), "?words=because");
    told[name] = new Map([...(await answersTo(personId, read)), ...search, ["the export of the records", JSON.stringify(await exportRecords(person(name), {}))]]);
  }
  for (const [name, answers] of Object.entries(told)) told[name] = new Map([...answers].map(([address, answer], at) => [`${at} ${plain(address)}`, address.startsWith("/notices.outbox._index") ? asHeap(plain(answer)) : plain(answer)]));
  return told;
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const knownOnly = (id: string) => (known.has(id) ? id : "(id)");

/** Without what is new and random in each copy: ids, hashes, tokens, and moments. What the copies have in common stays. */
function plain(said: string): string {
  return said
    .replace(/\/mail\/[\w.-]+/g, "(link)")
    .replace(uuids, knownOnly)
    .replace(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?(Z|\+00(:00)?)?)?|\b\d{1,2}:\d{2} [ap]\.m\.|\b\d{8}T\d{6}Z/g, "(moment)")
    .replace(/\b[0-9a-f]{64}\b/g, "(hash)")
    .replace(/[\w-]{40,}/g, "(token)")
    // The ballots of a secret vote are listed by their receipts, which are random.
    .replace(/\{"receipt":"\(hash\)"[^}]*\}(,\{"receipt":"\(hash\)"[^}]*\})*/g, (list) => list.split("},").map((one) => one.replace("}", "")).sort().join("},"));
}

/** Every table as a backup has it. */
async function dumpOf(ownerUrl: string): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
    const rows = new Map<string, string[]>();
    for (const { name } of tables.rows) rows.set(name, (await client.query<{ row: string }>(`select one::text as row from "${name}" one`)).rows.map(({ row }) => row));
    return rows;
  } finally {
    await client.end();
  }
}

/** Mails of one moment are listed in the order of their random ids. */
function asHeap(list: string): string {
  return (list.match(/\{"id".*?\}\}/g) ?? []).sort().join();
}

/** The tables in which something came, went or changed. */
function changed(before: Map<string, string[]>, after: Map<string, string[]>): string[] {
  return [...before].flatMap(([table, rows]) => (rows.sort().join("\n") === after.get(table)?.sort().join("\n") ? [] : [table]));
}

const calendarToken = "calendar";

async function live(which: Copy, ids: Ids, base: { url: string; ownerUrl: string }): Promise<World> {
  const copy = await copyOf(base);
  await connect(copy.url);
  const heard: string[] = [];
  const deaf = await listen(announcementChannel, (said) => void heard.push(plain(String(said))), () => {});
  const room = await listeningServer();
  const post = await mailReceiver();
  const send = async () => {
    post.received.length = 0;
    await sendDueMail({ smtpUrl: post.url, mailFrom: "Concord <no-reply@cit.example.org>", origin });
    return post.received.map(({ to, subject, text, html, headerLines }) => plain(JSON.stringify([to, subject, text, html, headerLines.filter(({ key }) => !/^(content-type|message-id|date|list-unsubscribe)$/.test(key))]))).sort();
  };
  let socket: Awaited<ReturnType<typeof socketFor>> | undefined;
  try {
    socket = await socketFor(room.address, { cookie: await cookieForTests(person("advocate").personId) }, ids.drafts[0] ?? "");
    socket.send({ kind: "hello", version: null });
    await socket.heard(({ kind }) => kind === "init");
    await everybodyVotes(ids, which);
    const mail = await send();
    const frames = socket.frames.filter(({ kind }) => kind !== "beat").map((frame) => plain(JSON.stringify(frame)));
    const before = await dumpOf(copy.ownerUrl);
    const whileOpen = await everythingTold(ids);
    const changedByLooking = changed(before, await dumpOf(copy.ownerUrl));
    await close(ids);
    const mailAfterClose = await send();
    return { whileOpen, changedByLooking, afterClose: which === "second" ? {} : await everythingTold(ids), mail, mailAfterClose, frames, heard, dump: await dumpOf(copy.ownerUrl) };
  } finally {
    socket?.close();
    await deaf();
    await post.close();
    await room.collaboration.close();
    room.server.close();
  }
}

beforeAll(async () => {
  const base = await freshDatabase();
  program = await programForTests();
  const [police = "", , center = ""] = program.organizationIds;
  people = {
    ...program.people,
    nurse: await personForTests(program.programId, center, "nurse", ["voter"], true),
    administrator: await personForTests(program.programId, police, "administrator", ["programAdmin", "coordinator", "drafter", "reviewer", "approver", "researcher", "trainer"], false),
  };
  const ids = await openEverything();
  // Who has a text open for long has read it; that the socket below may stay open for long or not makes no difference then.
  await opened(readDraft(person("advocate"), { draftId: ids.drafts[0], version: 0 }));
  await makeCalendar(person("peer"), {});
  await database().calendarFeed.updateMany({ data: { tokenHash: createHash("sha256").update(calendarToken).digest("hex") } });
  known = new Set([...(await dumpOf(base.ownerUrl)).values()].flat().flatMap((row) => row.match(uuids) ?? []));
  worlds = { first: await live("first", ids, base), second: await live("second", ids, base), swapped: await live("swapped", ids, base) };
}, 240_000);

/** The first place where two copies differ, in words short enough to read. */
function difference(one: Told, other: Told): string[] {
  return [...one].flatMap(([address, said]) => {
    const there = other.get(address);
    if (said === there) return [];
    const at = [...said].findIndex((letter, place) => letter !== there?.[place]);
    return [`${address}: …${said.slice(Math.max(0, at - 120), at + 120)}… | …${there?.slice(Math.max(0, at - 120), at + 120)}…`];
  });
}

describe("results that wait for the close, and secret ballots, while the vote is open (V-11)", () => {
  test.each(["nobody", ...watchers])("%s reads the same on every page, in every file, in search and in the records, whatever was chosen", (name) => {
    const { first, second } = worlds;
    expect(difference(first.whileOpen[name] ?? new Map(), second.whileOpen[name] ?? new Map())).toEqual([]);
  });

  test("mails, socket frames and what the servers tell each other are the same", () => {
    const { first, second } = worlds;
    expect(second.mail).toEqual(first.mail);
    expect(second.frames).toEqual(first.frames);
    expect(second.heard).toEqual(first.heard);
  });
});

test("looking at every page and file casts nothing and changes nothing but who is signed in, and that the records were taken (V-14)", () => {
  for (const { changedByLooking } of Object.values(worlds)) expect(changedByLooking.sort()).toEqual(["AuditRecord", "Session"]);
});

describe("secret ballots, when two people change places (V-10)", () => {
  test.each(["nobody", ...watchers])("%s reads the same before and after the close", (name) => {
    const { first, swapped } = worlds;
    expect(difference(first.whileOpen[name] ?? new Map(), swapped.whileOpen[name] ?? new Map())).toEqual([]);
    expect(difference(first.afterClose[name] ?? new Map(), swapped.afterClose[name] ?? new Map())).toEqual([]);
  });

  test("every mail and every table of a backup is the same", () => {
    const { first, swapped } = worlds;
    expect(swapped.mailAfterClose).toEqual(first.mailAfterClose);
    for (const [table, rows] of first.dump) {
      // How the rows lie depends on what the database tidied up meanwhile; of the box, they lie in the order of random ids.
      expect((swapped.dump.get(table) ?? []).map(plain).sort(), table).toEqual(rows.map(plain).sort());
    }
  });
});
