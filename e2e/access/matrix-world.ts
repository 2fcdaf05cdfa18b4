import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { anyone, type Actor } from "../../app/domain/access/may";
import { givenRoles, type Role } from "../../app/domain/access/roles";
import { faceName, freeFaces } from "../../app/domain/programs/group-face";
import { takeNotes } from "../../app/editor/import/import-report";
import { hashPassword } from "../../app/http/password.server";
import { connect, database, disconnect } from "../../app/store/database.server";
import { openDatabase } from "../../app/store/embedded.server";
import { migrate } from "../../app/store/migrations.server";
import { groupsOf } from "../../app/store/programs.server";
import { personForTests, programForTests, type PersonActor } from "../support/program-for-tests";
import { suggestedTyping } from "../support/protocol-client.mjs";
import { sessionFor, newInvitation, newMailToken, newMailLink, newCalendar } from "./person-world";
import { newProposal, newAmendment, newStaleProposal, newRound, newMeeting, newBallot, newCommentRound, newPublicComment, newRecommendation, newDecision } from "./proposal-world";
import { newDocument, newVersion, writeStep, type NewThread, newThread, newEdition } from "./text-world";

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
