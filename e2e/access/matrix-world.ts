import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openBallot } from "../../app/commands/voting/open-ballot.server";
import { closeRound } from "../../app/commands/voting/close-round.server";
import { openRound } from "../../app/commands/voting/open-round.server";
import { anyone, type Actor } from "../../app/domain/access/may";
import { givenRoles, type Role } from "../../app/domain/access/roles";
import { hashOf } from "../../app/editor/canonical.server";
import { linkEnds, mailLinkPath } from "../../app/domain/notices/mail-link";
import { mailKeyOf } from "../../app/store/mails.server";
import { faceName, freeFaces } from "../../app/domain/programs/group-face";
import { takeNotes } from "../../app/editor/import/import-report";
import type { DocumentNode } from "../../app/editor/schema/document-node";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import type { Prisma } from "../../app/store/generated/client";
import { connect, database, disconnect } from "../../app/store/database.server";
import { openDatabase } from "../../app/store/embedded.server";
import { hashPassword } from "../../app/http/password.server";
import { groupsOf } from "../../app/store/programs.server";
import { migrate } from "../../app/store/migrations.server";
import { suggestedTyping, typing } from "../support/protocol-client.mjs";
import { editionForTests, personForTests, programForTests, textOf, type PersonActor } from "../support/program-for-tests";

/** What every caller signs with. */
export const password = "seven quiet herons wade";

/** Somebody at the door: who they are, whom `may` takes them for, and their cookie. */
export type Caller = { name: string; actor: Actor; cookie: string };
export type World = Awaited<ReturnType<typeof openWorld>>;

/** A workplace of its own beside the demonstration: one person for each role in the first agency, and those who should find doors shut. */
export async function openWorld() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "concord-matrix-"));
  await chmod(folder, 0o711);
  const opened = await openDatabase({ dataDir: folder, dataDirGiven: true, databaseUrl: undefined });
  await migrate(opened);
  await connect(opened.url);
  const program = await programForTests({ rules: { opening: "authors", extending: "authors" } });
  const other = await programForTests();
  const server = await startServer(opened.url, folder);
  const { programId, organizationIds } = program;
  const [agency = "", secondAgency = "", , affiliate = ""] = organizationIds;

  const passwordHash = hashPassword(password);
  const callers: Caller[] = [{ name: "nobody", actor: anyone, cookie: "" }];
  const call = async (name: string, roles: readonly Role[], organizationId: string, inProgram = programId, suspended = false) => {
    const person = await personForTests(inProgram, organizationId, name, [...roles], true);
    await database().person.update({ where: { id: person.personId }, data: { passwordHash: await passwordHash } });
    const cookie = await sessionFor(person.personId);
    if (suspended) await database().person.update({ where: { id: person.personId }, data: { suspendedAt: new Date() } });
    callers.push({ name, actor: suspended ? anyone : person, cookie });
    return person;
  };
  for (const role of givenRoles) await call(role, [role], agency);
  await call("approver of another agency", ["approver"], secondAgency);
  await call("drafter of another organization", ["drafter"], affiliate);
  await call("without a role", [], agency);
  await call("suspended", givenRoles, agency, programId, true);
  await call("administrator of another program", givenRoles, other.organizationIds[0] ?? "", other.programId);

  return {
    ...program,
    address: server.address,
    callers,
    agency,
    secondAgency,
    callerOf: (name: string) => theOne(callers, name),
    agencyIn: (inProgram: string) => (inProgram === programId ? agency : (other.organizationIds[0] ?? "")),
    newSession: sessionFor,
    newInvitation: () => newInvitation(program.person("coordinator"), agency),
    newImport: async () => {
      const document = await newDocument(program.person("cit"), agency, "program");
      const importReport = { source: "Riverton Police", fileName: "transport.docx", fileHash: "none", report: takeNotes().report };
      return database().document.update({ where: { id: document.id }, data: { importReport } });
    },
    newVendorDocument: async () => {
      const document = await newDocument(program.person("cit"), agency, "program");
      return database().document.update({ where: { id: document.id }, data: { source: "A vendor's manual", copyright: "vendor" } });
    },
    groupIn: (inProgram: string) => (inProgram === programId ? (program.groupIds[0] ?? "") : (other.groupIds[0] ?? "")),
    freeFaceIn: async (inProgram: string) => faceName(theFirst(freeFaces(await groupsOf(database(), inProgram)))),
    newPerson: async (suspended = false) => {
      const person = await personForTests(programId, agency, "somebody", ["reviewer"], false);
      if (suspended) await database().person.update({ where: { id: person.personId }, data: { suspendedAt: new Date() } });
      return person;
    },
    newMail: async () => (await database().mail.create({ data: { programId, personId: program.person("peer").personId, cause: randomUUID(), kind: "notice", state: "kept" } })).id,
    newMailToken: () => newMailToken(program.person("peer")),
    newMailLink: (actor: Actor) => newMailLink(actor.kind === "person" && actor.programId === programId ? actor : program.person("peer")),
    newCalendar: () => newCalendar(program.person("peer")),
    newCommittee: async (personId: string | null) => {
      const members = personId ? { members: { create: { personId } } } : {};
      return (await database().committee.create({ data: { programId, name: `Training ${randomUUID()}`, purpose: "Plans the week.", requiredGroups: [], ...members } })).id;
    },
    newTerm: () => database().term.create({ data: { programId, name: `term ${randomUUID()}`, variants: [] } }),
    newSeat: () => database().seat.create({ data: { programId, groupId: program.groupIds[0] ?? "", organizationId: agency, title: "Night shift", voting: true, termStart: new Date("2020-01-01") } }),
    newDocument: (visibility: "organization" | "program" | "public" = "program") => newDocument(program.person("cit"), agency, visibility),
    newVersion: (draftId: string) => newVersion(draftId, program.person("cit").personId),
    newLock: async (draftId: string, heldById = program.person("peer").personId) => {
      await database().clauseLock.create({ data: { draftId, clauseId: "c1", heldById, reason: "Legal review", until: new Date(Date.now() + 3_600_000) } });
      return heldById;
    },
    newThread: (document: { programId: string; draftId: string }, more: Partial<NewThread>) => newThread(document, program.person("peer").personId, more),
    suggest: (draftId: string, authorId = program.person("peer").personId) => writeStep(draftId, suggestedTyping(5, "word ", authorId), authorId),
    newEdition: () => newEdition(program.person("cit"), agency),
    newProposal: (authorId = program.person("advocate").personId) => newProposal(program, authorId),
    newAmendment: (authors: { proposal?: string; amendment?: string }, state: "offered" | "refused") => newAmendment(program, authors, state),
    newStaleProposal: () => newStaleProposal(program.person("advocate"), agency),
    newRound: (authorId = program.person("advocate").personId) => newRound(program, authorId),
    entryOf: async (roundId: string, name: string) => (await database().rollEntry.findFirstOrThrow({ where: { roundId, personId: program.person(name).personId } })).id,
    newBallot: () => newBallot(program),
    newCommentRound: (phase: "announced" | "open" | "answering") => newCommentRound(program, phase),
    newPublicComment: (hidden: boolean) => newPublicComment(program, hidden),
    newRecommendation: () => newRecommendation(program),
    newMeeting: (begun: boolean) => newMeeting(program, begun),
    newConcern: async () => (await database().concern.create({ data: { programId, body: "Night shifts skip the call-back.", codeHash: randomUUID(), week: new Date("2026-11-23"), state: "waiting" } })).id,
    seatOf: async (name: string) => (await database().seat.findFirstOrThrow({ where: { holderId: program.person(name).personId } })).id,
    newDecision: async () => newDecision(programId, (await newDocument(program.person("cit"), agency, "program")).id, agency),
    newStage: async (approver = program.person("peer").personId) => {
      const decision = await newDecision(programId, (await newDocument(program.person("cit"), agency, "program")).id, agency);
      const stage = await database().decisionStage.create({ data: { decisionId: decision.id, position: 0, step: 1, name: "Legal review", days: 7, state: "open", approvers: { create: { personId: approver } } } });
      return { id: stage.id, programId, organizationId: agency, approver };
    },
    newChangedDecision: async (state: "standing" | "awaiting" = "standing") => {
      const decision = await newDecision(programId, (await newDocument(program.person("cit"), agency, "program")).id, agency);
      const { frozenTextId, id: decisionId } = decision;
      const now = new Date();
      const by = { madeById: program.person("peer").personId, madeAt: now, signedFrom: "this machine", commentUntil: new Date(now.getTime() + 86_400_000) };
      await database().agencyText.create({ data: { decisionId, number: 1, frozenTextId, basisHash: "", choices: [], state, typoOnly: state === "awaiting", ...by } });
      return database().decision.update({ where: { id: decisionId }, data: { outcome: "inComment" } });
    },
    newAgency: () => database().organization.create({ data: { programId, groupId: program.groupIds[0] ?? "", name: `Agency ${randomUUID()}`, shortName: "Agency", isAgency: true } }),
    versionOf: async (draftId: string) => (await database().draft.findUniqueOrThrow({ where: { id: draftId } })).version,
    // Giving one's own password again is everybody's; what it then signs is not.
    // What the program's clock does by itself meanwhile is nobody's doing.
    doneActs: () => database().auditRecord.count({ where: { outcome: "done", act: { not: "session.prove" }, actorName: { not: "Program clock" } } }),
    close: async () => {
      await server.stop();
      await disconnect();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function theFirst<Value>([first]: readonly Value[]): Value {
  if (first === undefined) throw new Error("There is none.");
  return first;
}

function theOne(callers: readonly Caller[], name: string): Caller & { actor: PersonActor } {
  const caller = callers.find((one) => one.name === name);
  if (caller?.actor.kind !== "person") throw new Error(`Nobody is called ${name}.`);
  return { ...caller, actor: caller.actor };
}

/** As signing in leaves it: the cookie has the token, the database its hash. */
async function sessionFor(personId: string): Promise<string> {
  const token = [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  const now = new Date();
  const id = createHash("sha256").update(token).digest("hex");
  await database().session.create({ data: { id, personId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } });
  return `concord=${token}`;
}

async function newDocument(owner: PersonActor, agency: string, visibility: string) {
  const { programId, personId: createdById } = owner;
  const number = `CIT-${randomUUID().slice(0, 8)}`;
  const document = await database().document.create({
    data: { programId, organizationId: agency, kind: "policy", number, title: "Transport of a person in crisis", visibility, createdById, appliesTo: { create: { organizationId: agency } } },
  });
  const draft = await database().draft.create({ data: { documentId: document.id, schemaVersion, start: stored(textOf("Officers offer a choice of transport.")) } });
  return { ...document, draftId: draft.id };
}

/** A document as the database takes it. */
function stored(content: DocumentNode): Prisma.InputJsonValue {
  return content as unknown as Prisma.InputJsonValue;
}

async function newInvitation({ programId, personId: invitedById }: PersonActor, organizationId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const now = new Date();
  await database().invitation.create({
    data: { programId, tokenHash, email: `${randomUUID()}@demo.concord.example`, name: "Ruth Alder", organizationId, roles: ["reviewer"], invitedById, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
  });
  return token;
}

async function newMailToken({ personId }: PersonActor): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database().mailToken.create({ data: { id: createHash("sha256").update(token).digest("hex"), personId } });
  return token;
}

/** A link in a mail that was sent to this person. */
async function newMailLink({ programId, personId }: PersonActor): Promise<string> {
  const { id: noticeId } = await database().notice.create({ data: { programId, personId, body: "You are asked.", path: "/notices", cause: randomUUID() } });
  return mailLinkPath(await mailKeyOf(database(), programId), { noticeId, until: linkEnds(new Date()) }).replace("/mail/", "");
}

/** All callers open calendars at once: each is of another person's. */
async function newCalendar({ programId, organizationId }: PersonActor): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { personId } = await personForTests(programId, organizationId, "somebody", ["voter"], false);
  await database().calendarFeed.create({ data: { tokenHash: createHash("sha256").update(token).digest("hex"), personId } });
  return token;
}

/** A kept version, and a step after it that restoring it takes back. */
async function newVersion(draftId: string, authorId: string): Promise<string> {
  const { id } = await database().draftVersion.create({ data: { draftId, version: 0, name: "Start", contributors: [] } });
  await writeStep(draftId, typing(5, "word "), authorId);
  return id;
}

/** The first step of a text. */
async function writeStep(draftId: string, step: Prisma.InputJsonObject, authorId: string): Promise<void> {
  await database().draftStep.create({ data: { draftId, version: 1, step, authorId, batchId: randomUUID(), at: new Date() } });
  await database().draft.update({ where: { id: draftId }, data: { version: 1 } });
}

export type NewThread = { quote: string; atVersion: number; resolvedAt: Date };

/** A thread on a clause as a whole, unless it quotes words. */
async function newThread({ programId, draftId }: { programId: string; draftId: string }, startedById: string, more: Partial<NewThread>): Promise<string> {
  const said = { create: { programId, authorId: startedById, body: "Who offers the choice?" } };
  const { id } = await database().thread.create({ data: { programId, draftId, clauseId: "c1", quote: "", atVersion: 0, startedById, comments: said, ...more } });
  return id;
}

/** A public document whose first edition is in force. */
async function newEdition(owner: PersonActor, agency: string) {
  const document = await newDocument(owner, agency, "public");
  const edition = await editionForTests(document.id, 1, textOf("Officers wait for a clinician."));
  const { id: documentId, programId } = document;
  const now = new Date();
  // Two days back: in force today whatever the time of day is in the program's zone.
  const effectiveFrom = new Date(new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10));
  const answer = { outcome: "adopted", reasons: "It is what we do.", effectiveFrom, decidedById: owner.personId, askedAt: now, dueAt: now, decidedAt: now };
  const decision = await database().decision.create({ data: { programId, documentId, organizationId: agency, frozenTextId: edition.frozenTextId, ...answer } });
  await database().adoption.create({ data: { documentId, editionId: edition.id, organizationId: agency, decisionId: decision.id, effectiveFrom } });
  return { ...document, edition };
}

type Program = Awaited<ReturnType<typeof programForTests>>;

/** Numbers are drawn, because callers come all at once. */
async function newProposal({ programId, documentId, edition }: Program, authorId: string) {
  const draft = await database().draft.create({ data: { documentId, baseEditionId: edition.id, schemaVersion, start: stored(textOf("Officers wait for 30 minutes.", "Dispatch records the call.")) } });
  return database().proposal.create({
    data: { programId, documentId, number: randomInt(1_000, 1_000_000_000), title: "A limit to waiting", why: "Callers wait.", affected: "Patrol.", stage: "drafting", authorId, baseEditionId: edition.id, draftId: draft.id },
  });
}

/** Other words for the first clause of a proposal. */
async function newAmendment(program: Program, authors: { proposal?: string; amendment?: string }, state: "offered" | "refused") {
  const authorId = authors.amendment ?? program.person("officer").personId;
  const proposal = await newProposal(program, authors.proposal ?? program.person("advocate").personId);
  const { id } = await database().amendment.create({ data: { proposalId: proposal.id, number: 1, clauseId: "c1", was: "Officers wait for 30 minutes.", words: "Officers wait for 20 minutes.", why: "Thirty is long.", state, authorId } });
  return { id, authorId, proposalAuthorId: proposal.authorId };
}

/** A proposal whose document got another edition since. */
async function newStaleProposal(author: PersonActor, agency: string) {
  const document = await newDocument(author, agency, "program");
  const first = await editionForTests(document.id, 1, textOf("Officers wait.", "Dispatch records the call."));
  const draft = await database().draft.create({ data: { documentId: document.id, baseEditionId: first.id, schemaVersion, start: stored(textOf("Officers wait for 30 minutes.", "Dispatch records the call.")) } });
  const number = randomInt(1_000, 1_000_000_000);
  const { programId, personId: authorId } = author;
  const proposal = await database().proposal.create({
    data: { programId, documentId: document.id, number, title: "A limit to waiting", why: "Callers wait.", affected: "Patrol.", stage: "drafting", authorId, baseEditionId: first.id, draftId: draft.id },
  });
  const latest = await editionForTests(document.id, 2, textOf("Officers wait.", "Dispatch records the call and its end."));
  return { id: proposal.id, draftId: draft.id, editionId: latest.id };
}

async function newRound(program: Program, authorId: string) {
  const proposal = await newProposal(program, authorId);
  const outcome = await openRound(program.person("coordinator"), { proposalId: proposal.id });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "The proposal is missing.");
  return { ...outcome.value, id: outcome.value.roundId, authorId };
}

/** A meeting with an agenda; one that has begun is noticed, and two seats are present. */
async function newMeeting({ programId, person }: Program, begun: boolean): Promise<string> {
  const startsAt = new Date(Date.now() + (begun ? -600_000 : 86_400_000));
  const meeting = await database().meeting.create({
    data: { programId, title: "Steering committee", place: "Library", startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), state: begun ? "noticed" : "planned", noticedAt: begun ? new Date(0) : null, calledById: person("coordinator").personId, agenda: { create: { position: 1, title: "Welcome" } } },
  });
  const seats = begun ? await database().seat.findMany({ where: { holderId: { in: [person("peer").personId, person("advocate").personId] } }, include: { group: true, organization: true } }) : [];
  for (const { id: seatId, title, groupId, group, organizationId, organization } of seats)
    await database().attendance.create({ data: { meetingId: meeting.id, seatId, seatTitle: title, personName: "Somebody", groupId, groupName: group.name, organizationId, organizationName: organization.name } });
  return meeting.id;
}

async function newBallot(program: Program) {
  const outcome = await openBallot(program.person("coordinator"), { kind: "single", question: "Where do we meet?", options: "Library\nStation" });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "The program is missing.");
  return outcome.value;
}

/** A round of public comment that begins tomorrow, has begun, or has ended. */
async function newCommentRound(program: Program, phase: "announced" | "open" | "answering"): Promise<string> {
  const { programId, documentId, edition } = program;
  const { id: proposalId } = await newProposal(program, program.person("advocate").personId);
  const day = 86_400_000;
  const [from, to] = { announced: [1, 11], open: [-1, 9], answering: [-10, -1] }[phase];
  const at = (days = 0) => new Date(Date.now() + days * day);
  const openedById = program.person("coordinator").personId;
  const round = await database().commentRound.create({ data: { programId, documentId, proposalId, subjectId: proposalId, number: 1, frozenTextId: edition.frozenTextId, state: "standing", question: "", opensAt: at(from), closesAt: at(to), openedById } });
  return round.id;
}

async function newPublicComment(program: Program, hidden: boolean): Promise<{ id: string; reference: string }> {
  const roundId = await newCommentRound(program, "open");
  const hiding = hidden ? { hiddenReason: "It names a person.", hiddenAt: new Date() } : {};
  return database().publicComment.create({ data: { roundId, reference: randomUUID(), name: "", body: "Too long.", salt: "00", at: new Date(), ...hiding } });
}

/** A proposal whose vote has closed. */
async function newRecommendation(program: Program): Promise<{ number: number }> {
  const { roundId, proposalId } = await newRound(program, program.person("advocate").personId);
  const closed = await closeRound(program.person("coordinator"), { roundId });
  if (!closed.ok) throw new Error("The round was not closed.");
  return database().proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { number: true } });
}

async function newDecision(programId: string, documentId: string, organizationId: string) {
  const content = textOf("Officers wait for a clinician.", `Asked as ${randomUUID()}.`);
  const text = await database().frozenText.create({ data: { documentId, content: stored(content), hash: hashOf(content) } });
  const now = new Date();
  return database().decision.create({ data: { programId, documentId, organizationId, frozenTextId: text.id, askedAt: now, dueAt: new Date(now.getTime() + 86_400_000) } });
}

async function startServer(databaseUrl: string, folder: string) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["build/server/index.js"], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "localhost", ORIGIN: address, DATA_DIR: folder, DATABASE_URL: databaseUrl, SMTP_URL: "", DEMO: "off", TRUST_PROXY: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let turn = 0; turn < 300 && !(await fetch(`${address}/health`).then(({ ok }) => ok, () => false)); turn++) {
    if (child.exitCode !== null) throw new Error("The server did not start.");
    await pause(100);
  }
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => resolve(found && typeof found === "object" ? found.port : 0));
    });
  });
}
