import { can, type Actor } from "~/domain/access/may";
import { proofState } from "~/domain/crosswalk/proof";
import { documentThing } from "~/domain/documents/description";
import { standingOn } from "~/domain/documents/in-force";
import type { PublishedFinding } from "~/domain/evaluation/published-finding";
import { storedDay } from "~/domain/programs/stored-day";
import { readProposalStage } from "~/domain/proposals/stages";
import { goneSince, readResourceState } from "~/domain/resources/stages";
import { clauseStanding } from "~/domain/training/clause-standing";
import { isOpenDecision } from "~/domain/decisions/stages";
import { decisionClock } from "~/domain/decisions/clock";
import { dayIn } from "~/domain/library/in-force";
import { changeOfClause, clauseAlone } from "~/editor/clause-in-text";
import { modulesIn } from "~/editor/curriculum-text";
import { clauseNumbers } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { resultOf } from "~/queries/voting/proposal-page.server";
import { groupFaces, roundsOf } from "~/store/ballots.server";
import { clauseRow, draftsOf } from "~/store/clause-threads.server";
import { databaseTime, type Database } from "~/store/database.server";
import { decisionsOfDocument } from "~/store/decision-lists.server";
import { adoptedEditions } from "./document-list.server";

/** So many proposals that touched a clause are shown with their votes. */
const mostShown = 20;

/** Everything about one clause: its text through the editions, who proposed, voted and decided, what teaches it and what measures it. */
export const clauseThread = query("document.read", async (db, { documentId, clauseId }: { documentId: string; clauseId: string }, actor) => {
  const row = await clauseRow(db, documentId, clauseId);
  if (!row) return null;
  const thing = documentThing(row);
  // The texts are read after the right to them is known.
  const story = can(actor, "document.read", thing) ? await storyOf(db, row, clauseId, actor) : null;
  return story === "missing" ? null : { thing, story };
});

type Row = NonNullable<Awaited<ReturnType<typeof clauseRow>>>;
type Drafts = Awaited<ReturnType<typeof draftsOf>>;
export type ClauseStory = Exclude<Awaited<ReturnType<typeof storyOf>>, "missing">;

async function storyOf(db: Database, row: Row, clauseId: string, actor: Actor) {
  const open = row.proposals.filter(({ stage, rounds }) => stage === "drafting" && rounds.length === 0);
  const curricula = row.taughtBy.map(({ curriculum }) => curriculum.document).filter((document) => can(actor, "document.read", documentThing(document)));
  const drafts = await draftsOf(db, [...open.map(({ draftId }) => draftId), ...[row, ...curricula].flatMap(({ editions, drafts: own }) => (editions.length === 0 && own[0] ? [own[0].id] : []))]);
  const draftText = (id: string | undefined) => textOfLog(id === undefined ? undefined : drafts.get(id));
  const editions = row.editions.map(({ frozenText, ...edition }) => ({ ...edition, content: frozenText.content as DocumentNode }));
  const proposals = row.proposals.flatMap(({ rounds: [round], baseEditionId, draftId, stage, ...proposal }) => {
    const base = editions.find(({ id }) => id === baseEditionId)?.content;
    const text = round?.frozenText ? (round.frozenText.content as DocumentNode) : draftText(draftId);
    const change = base && text ? changeOfClause(base, text, clauseId) : null;
    return change || proposal.clauseId === clauseId ? [{ ...proposal, stage: readProposalStage(stage), change, text }] : [];
  });
  const newest = editions.map((edition) => ({ edition, alone: clauseAlone(edition.content, clauseId) })).find(({ alone }) => alone);
  const written = editions.length === 0 ? draftText(row.drafts[0]?.id) : (proposals.find(({ text }) => text && clauseAlone(text, clauseId))?.text ?? null);
  const content = newest ? newest.edition.content : written;
  const alone = content && clauseAlone(content, clauseId);
  if (!content || !alone) return "missing";
  const now = await databaseTime(db);
  const agencies = standingOn(dayIn(row.program.timeZone, now), row.appliesTo.map(({ organization }) => organization), adoptedEditions(row.adoptions));
  const holding = new Set(editions.filter((edition) => clauseAlone(edition.content, clauseId)).map(({ number }) => number));
  const inForce = agencies.flatMap(({ organizationName, inForce: held }) => (held && holding.has(held.number) ? [{ organizationName, number: held.number, since: held.since }] : []));
  const decisions = (await decisionsOfDocument(db, row.id)).map((decision) => ({ ...decision, isOpen: isOpenDecision(decision.outcome), clock: decisionClock({ dueAt: decision.dueAt, now }) }));
  const touching = new Set(proposals.map(({ id }) => id));
  const about = decisions.filter(({ proposal }) => proposal === null || touching.has(proposal.id));
  const modules = modulesTeaching(row.taughtBy, actor, draftText);
  const scenarios = row.practisedIn.map(({ scenario }) => scenario).filter(({ programId }) => can(actor, "training.read", { programId }));
  const measures = measuresOf(row.measures, actor);
  return {
    timeZone: row.program.timeZone,
    now,
    document: { id: row.id, number: row.number, title: row.title },
    clause: { id: clauseId, number: alone.clause.number, title: alone.clause.title },
    standsNow: newest !== undefined && newest.edition.id === editions[0]?.id,
    edition: newest?.edition.number ?? null,
    content: alone.content,
    numbers: [...clauseNumbers(content)],
    drafted: row.createdAt,
    standing: clauseStanding({
      standsNow: newest !== undefined && newest.edition.id === editions[0]?.id,
      everInEdition: newest !== undefined,
      openProposal: proposals.some(({ stage }) => stage === "voting") ? "voting" : proposals.some(({ stage }) => stage === "drafting") ? "drafting" : null,
      inForceAt: inForce.map(({ organizationName }) => organizationName),
      coming: agencies.some(({ coming }) => coming !== null && holding.has(coming.number)),
      waitingFor: about.filter(({ isOpen }) => isOpen).map(({ organization }) => organization.name),
      taughtBy: modules.length,
      measuredBy: measures.length,
    }),
    inForce,
    history: editions.map((edition, index) => {
      const before = editions[index + 1];
      return { number: edition.number, createdAt: edition.createdAt, first: before === undefined, present: holding.has(edition.number), change: before ? changeOfClause(before.content, edition.content, clauseId) : null };
    }),
    proposals: await withVotes(db, proposals.slice(0, mostShown), { programId: row.programId, actor, decisions: about }),
    moreProposals: Math.max(0, proposals.length - mostShown),
    firstDecisions: about.filter(({ proposal }) => proposal === null),
    modules,
    scenarios: scenarios.map(({ id, title, steps }) => ({ id, title, steps })),
    steps: [...new Set([...modules, ...scenarios].flatMap(({ steps }) => steps as number[]))].sort(),
    measures,
    standards: can(actor, "crosswalk.read", { programId: row.programId }) ? row.proofs.map(({ requirement: { wordedAt, ...requirement }, ...proof }) => ({ ...requirement, stale: proofState({ ...proof, wordedAt, now }) !== "stands" })) : [],
    resources: can(actor, "resource.read", { programId: row.programId }) ? row.citations.map(({ resource: { id, name, phone, hours, state, closedAt, validUntil } }) => ({ id, name, phone, hours, gone: goneSince({ state: readResourceState(state), closedAt, validUntil: validUntil && storedDay(validUntil) }, dayIn(row.program.timeZone, now)) })) : [],
    faces: await groupFaces(db, row.programId),
  };
}

function textOfLog(logged: ReturnType<Drafts["get"]>): DocumentNode | null {
  return logged ? workingText(logged).content : null;
}

/** The last vote of each proposal, as its own page would show it to this person, and what the agencies answered. */
async function withVotes<Proposal extends { id: string; text: DocumentNode | null }, Decision extends { proposal: { id: string } | null }>(db: Database, proposals: readonly Proposal[], { programId, actor, decisions }: { programId: string; actor: Actor; decisions: readonly Decision[] }) {
  return Promise.all(
    proposals.map(async ({ text: _text, ...proposal }) => {
      const round = (await roundsOf(db, proposal.id)).find(({ state }) => state !== "voided");
      return {
        ...proposal,
        vote: round ? { number: round.number, state: round.state, closesAt: round.closesAt, closedAt: round.closedAt, ...(await resultOf(db, round, programId, actor)) } : null,
        decisions: decisions.filter((decision) => decision.proposal?.id === proposal.id),
      };
    }),
  );
}

/** The modules that teach the clause, in curricula that this person may read. */
function modulesTeaching(links: Row["taughtBy"], actor: Actor, draftText: (id: string | undefined) => DocumentNode | null) {
  const read = new Map<string, ReturnType<typeof modulesIn>["modules"]>();
  return links.flatMap(({ moduleId, curriculum: { document } }) => {
    if (!can(actor, "document.read", documentThing(document))) return [];
    const content = document.editions[0] ? (document.editions[0].frozenText.content as DocumentNode) : draftText(document.drafts[0]?.id);
    const modules = read.get(document.id) ?? (content ? modulesIn(content).modules : []);
    read.set(document.id, modules);
    const module = modules.find(({ id }) => id === moduleId);
    return module ? [{ id: moduleId, title: `${module.number} ${module.title}`.trim(), minutes: module.minutes, steps: module.steps, curriculum: { id: document.id, title: `${document.number}, ${document.title}` } }] : [];
  });
}

function measuresOf(links: Row["measures"], actor: Actor) {
  return links.flatMap(({ measure: { id, key, programId, versions, plans, findings } }) =>
    can(actor, "evaluation.read", { programId })
      ? [{ id, name: versions[0]?.name ?? key, plans: plans.map(({ plan }) => plan).filter(({ document }) => can(actor, "document.read", documentThing(document))).map(({ id: planId, document }) => ({ id: planId, title: `${document.number}, ${document.title}` })), findings: publishedOf(findings) }]
      : [],
  );
}

/** The findings about a measure as they are published now. */
export function publishedOf(findings: Row["measures"][number]["measure"]["findings"]) {
  return findings.flatMap(({ number, versions: [version] }) => (version ? [{ number, publishedAt: version.publishedAt, question: (version.content as unknown as PublishedFinding).content.question }] : []));
}
