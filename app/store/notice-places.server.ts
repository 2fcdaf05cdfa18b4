import type { Actor, Thing } from "~/domain/access/may";
import type { Act } from "~/domain/access/permissions";
import { documentThing } from "~/domain/documents/description";
import { placeOf, type Place } from "~/domain/notices/place";
import { standingOf, type Standing } from "~/domain/proposals/station";
import type { Database } from "./database.server";
import { thingOfDecision } from "./decisions.server";

/** What a mail says and asks about the thing that a notice leads to. */
export type KnownPlace = {
  /** Mails with the same thread stand together, as "proposal:ID". */
  thread: string;
  title: string;
  act: Act;
  thingFor: (actor: Actor) => Thing;
  standing: Standing | null;
  closesAt: Date | null;
};

const document = { select: { id: true, programId: true, organizationId: true, visibility: true, number: true, title: true } } as const;
const proposal = {
  select: {
    id: true, number: true, title: true, stage: true, document,
    decisions: { select: { outcome: true, dueAt: true, organization: { select: { name: true } } } },
    rounds: { where: { state: "open" }, take: 1, select: { closesAt: true } },
    _count: { select: { comments: true } },
  },
} as const;

type DocumentRow = { id: string; programId: string; organizationId: string; visibility: string; number: string; title: string };
type ProposalRow = {
  id: string; number: number; title: string; stage: string; document: DocumentRow;
  decisions: { outcome: string; dueAt: Date; organization: { name: string } }[]; rounds: { closesAt: Date }[]; _count: { comments: number };
};

/** The things behind the addresses of notices, in a query a kind. An address that is not here leads to a page of the whole program. */
export async function placesBehind(db: Database, paths: readonly string[], now: Date): Promise<Map<string, KnownPlace | "gone">> {
  const wanted = new Map(paths.flatMap((path) => {
    const place = placeOf(path);
    return place ? [[path, place] as const] : [];
  }));
  const ids = (kind: Place["kind"]) => [...new Set([...wanted.values()].filter((place) => place.kind === kind).map(({ id }) => id))];
  const found = new Map<string, KnownPlace>();
  const keep = (kind: Place["kind"], id: string, known: KnownPlace) => void found.set(`${kind}:${id}`, known);
  const [proposals, decisions, drafts, documents, rounds] = [ids("proposal"), ids("decision"), ids("draft"), ids("document"), ids("round")];
  if (proposals.length > 0) for (const row of await db.proposal.findMany({ where: { id: { in: proposals } }, ...proposal })) keep("proposal", row.id, ofProposal(row, now));
  if (documents.length > 0) for (const row of await db.document.findMany({ where: { id: { in: documents } }, ...document })) keep("document", row.id, ofDocument(row));
  if (rounds.length > 0)
    for (const row of await db.round.findMany({ where: { id: { in: rounds } }, select: { id: true, programId: true, question: true, state: true, closesAt: true, proposal } }))
      keep("round", row.id, row.proposal ? ofProposal(row.proposal, now) : ofQuestion(row));
  if (drafts.length > 0)
    for (const row of await db.draft.findMany({ where: { id: { in: drafts } }, select: { id: true, document, proposal } }))
      keep("draft", row.id, { ...(row.proposal ? ofProposal(row.proposal, now) : ofDocument(row.document)), act: "draft.read" });
  if (decisions.length > 0)
    for (const row of await db.decision.findMany({ where: { id: { in: decisions } }, select: { id: true, programId: true, organizationId: true, document, proposal } }))
      keep("decision", row.id, { ...(row.proposal ? ofProposal(row.proposal, now) : ofDocument(row.document)), act: "decision.read", thingFor: (actor) => thingOfDecision(row, actor) });
  return new Map([...wanted].map(([path, { kind, id }]) => [path, found.get(`${kind}:${id}`) ?? "gone"]));
}

function ofProposal({ id, number, title, stage, document, decisions, rounds, _count }: ProposalRow, now: Date): KnownPlace {
  return {
    thread: `proposal:${id}`,
    title: `Proposal ${number}: ${title}`,
    act: "proposal.read",
    thingFor: () => documentThing(document),
    standing: standingOf({ stage, commented: _count.comments > 0, decisions: decisions.map(({ outcome, dueAt, organization }) => ({ outcome, agency: organization.name, overdue: dueAt < now })) }),
    closesAt: rounds[0]?.closesAt ?? null,
  };
}

function ofQuestion({ id, programId, question, state, closesAt }: { id: string; programId: string; question: string; state: string; closesAt: Date }): KnownPlace {
  return { thread: `ballot:${id}`, title: question, act: "ballot.read", thingFor: () => ({ programId }), standing: null, closesAt: state === "open" ? closesAt : null };
}

function ofDocument(row: DocumentRow): KnownPlace {
  return { thread: `document:${row.id}`, title: `${row.number} ${row.title}`, act: "document.read", thingFor: () => documentThing(row), standing: null, closesAt: null };
}
