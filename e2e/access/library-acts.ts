import { asMarkdown, type Attempt, inForce, open, ownProposal, program, type RouteActs } from "./attempts";
import type { Caller, World } from "./matrix-world";

/** Which act each address of the library and of public comments asks for. */
export const libraryActs: Record<string, RouteActs> = {
  "routes/library._index": { GET: { act: "edition.read", make: open } },
  "routes/library.$number._index": { GET: { act: "edition.read", make: publicEdition } },
  "routes/library.$number.editions.$edition": { GET: { act: "edition.read", make: publicEdition } },
  "routes/library.$number.editions.$edition_.exports.$format": { GET: { act: "edition.read", make: async (world) => asMarkdown(await publicEdition(world)) } },
  "routes/library.recommendations._index": { GET: { act: "edition.read", make: open } },
  "routes/library.recommendations.$proposal": { GET: { act: "edition.read", make: async (world) => ({ ...open(), params: { proposal: String((await world.newRecommendation()).number) } }) } },
  "routes/library.accessibility": { GET: { act: "edition.read", make: open } },
  "routes/library.comment-rounds._index": { GET: { act: "edition.read", make: open } },
  "routes/library.comment-rounds.$roundId._index": { GET: { act: "edition.read", make: publicRound } },
  "routes/library.comment-rounds.$roundId.comments": {
    GET: { act: "edition.read", make: publicRound },
    // All callers come from one address, which is throttled.
    POST: { act: "public-comment.write", make: async (world) => ({ ...(await publicRound(world)), form: { clauseId: "", name: "", body: "Thirty minutes are too long." } }), also: ["429"] },
  },
  "routes/library.comments.$reference": { GET: { act: "edition.read", make: async (world) => asPublic(await publicComment(world)) } },
  "routes/library.records-head": { GET: { act: "edition.read", make: open } },
  "routes/library.records-head[.]txt": { GET: { act: "edition.read", make: open } },
  "routes/library.feed[.]xml": { GET: { act: "edition.read", make: open } },
  "routes/sitemap[.]xml": { GET: { act: "edition.read", make: open } },
  "routes/robots[.]txt": { GET: { act: "edition.read", make: open } },
  "routes/library.meetings._index": { GET: { act: "meeting.log", make: open } },
  "routes/library.meetings.log": { GET: { act: "meeting.log", make: open } },
  "routes/comment-rounds._index": { GET: { act: "comment-round.read", make: program } },
  "routes/comment-rounds.new": {
    GET: { act: "comment-round.open", make: async (world, caller) => forComment(await ownProposal(world, caller)) },
    POST: { act: "comment-round.open", make: async (world, caller) => forComment(await ownProposal(world, caller)) },
  },
  "routes/comment-rounds.$roundId._index": { GET: { act: "comment-round.read", make: (world) => commentRound(world) } },
  "routes/comment-rounds.$roundId.closing": { GET: { act: "comment-round.read", make: (world) => commentRound(world) }, POST: { act: "comment-round.close", make: (world) => commentRound(world, "answering") } },
  "routes/comment-rounds.$roundId.last-day": {
    GET: { act: "comment-round.read", make: (world) => commentRound(world) },
    POST: { act: "comment-round.extend", make: async (world) => ({ ...(await commentRound(world)), form: { closesOn: dayAhead(20) } }) },
  },
  "routes/comment-rounds.$roundId.withdrawal": {
    GET: { act: "comment-round.read", make: (world) => commentRound(world) },
    POST: { act: "comment-round.withdraw", make: async (world) => ({ ...(await commentRound(world, "announced")), form: { reason: "Too early." } }) },
  },
  "routes/public-comments.$commentId.answer": {
    GET: { act: "comment-round.read", make: publicComment },
    POST: { act: "public-comment.answer", make: async (world) => ({ ...(await publicComment(world)), form: { disposition: "accepted", answer: "" } }) },
  },
  "routes/public-comments.$commentId.hiding": {
    GET: { act: "comment-round.read", make: publicComment },
    POST: { act: "public-comment.hide", make: async (world) => ({ ...(await publicComment(world)), form: { reason: "It names a person." } }) },
  },
  "routes/public-comments.$commentId.showing": { POST: { act: "public-comment.hide", make: (world) => publicComment(world, true) } },
};

async function publicEdition(world: World): Promise<Attempt> {
  const { number, programId, organizationId } = await world.newEdition();
  return { thing: { programId, organizationId, visibility: "public" }, params: { number, edition: "1" } };
}

async function commentRound(world: World, phase: "announced" | "open" | "answering" = "open"): Promise<Attempt> {
  return { thing: inForce(world).thing, params: { roundId: await world.newCommentRound(phase) } };
}

async function publicRound(world: World): Promise<Attempt> {
  return asPublic(await commentRound(world));
}

function asPublic(attempt: Attempt): Attempt {
  return { ...attempt, thing: { ...attempt.thing, visibility: "public" } };
}

async function publicComment(world: World, hidden: boolean | Caller = false): Promise<Attempt> {
  const { id, reference } = await world.newPublicComment(hidden === true);
  return { thing: inForce(world).thing, params: { commentId: id, reference } };
}

/** A proposal that the public is to be asked about. */
function forComment({ thing, params }: Attempt): Attempt {
  const proposalId = params?.proposalId ?? "";
  return { thing, search: `?proposal=${proposalId}`, form: { proposalId, question: "", opensOn: dayAhead(1), closesOn: dayAhead(15) } };
}

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
