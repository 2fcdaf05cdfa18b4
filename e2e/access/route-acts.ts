import { randomInt, randomUUID } from "node:crypto";
import { castVote } from "../../app/commands/voting/cast-vote.server";
import { declareRecusal } from "../../app/commands/voting/declare-recusal.server";
import type { Actor, Thing } from "../../app/domain/access/may";
import type { Act } from "../../app/domain/access/permissions";
import { clauseHashes } from "../../app/editor/clause-hashes.server";
import { wordParts, zip } from "../../app/editor/import/zip-in-test";
import { textOf } from "../support/program-for-tests";
import { crosswalkActs } from "./crosswalk-acts";
import { evaluationActs } from "./evaluation-acts";
import { fieldActs } from "./field-acts";
import { findingActs } from "./finding-acts";
import { password, type Caller, type NewThread, type World } from "./matrix-world";
import { trainingActs } from "./training-acts";

/** One request that the matrix makes: the thing it is about, where it goes and what it sends. */
export type Attempt = { thing: Thing; params?: Record<string, string>; search?: string; form?: Form; cookie?: string };
export type Form = Record<string, string | string[] | File>;

export type RouteAct = {
  act: Act | ((caller: Caller) => Act);
  /** Makes a thing that nobody has used yet; what it may be asked depends on who asks only where a thing is one's own. */
  make: (world: World, caller: Caller) => Promise<Attempt> | Attempt;
  /** Statuses that are right besides the usual one when the act itself is allowed; each row says why. */
  also?: readonly Answer[];
  /** Taken from any origin, because what counts is a token in the address; each row says why. */
  fromAnywhere?: true;
};

/** How a request ended, as far as rights go; any other status is itself. */
export type Answer = "done" | "sign in" | "refused" | "missing" | `${number}`;

export type RouteActs = { GET?: RouteAct; POST?: RouteAct };

/** Which act each address of the workplace asks for. A route that is not here fails the matrix. */
export const routeActs: Record<string, RouteActs> = {
  ...crosswalkActs,
  ...evaluationActs,
  ...findingActs,
  // The front page for nobody, one's own home for a person.
  "routes/_index": { GET: { act: ({ actor }) => (actor.kind === "person" ? "program.read" : "edition.read"), make: program } },
  "routes/sign-in": {
    GET: { act: "session.begin", make: open },
    // A wrong password is refused at the field, to everybody alike; after many of them with "too many".
    POST: { act: "session.begin", make: () => ({ thing: { programId: null }, form: { email: "nobody@demo.concord.example", password: "not the password", next: "/" } }), also: ["401", "refused", "429"] },
  },
  "routes/sign-out": {
    GET: { act: "session.end", make: oneself },
    // Who is signed out already may press it again.
    POST: { act: ({ actor }) => (actor.kind === "person" ? "session.end" : "session.begin"), make: ownSession },
  },
  "routes/invitations._index": {
    GET: { act: "person.invite", make: ownOrganization },
    POST: { act: "person.invite", make: (world, caller) => ({ ...ownOrganization(world, caller), form: newcomer(world, caller) }) },
  },
  "routes/invitations.$token": {
    GET: { act: "invitation.accept", make: invitation },
    // All callers come from one address, which is throttled.
    POST: { act: "invitation.accept", make: async (world) => ({ ...(await invitation(world)), form: { name: "Ruth Alder", password: "seven quiet herons wade" } }), also: ["429"] },
  },
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

  // Whoever asks finds only what is open to them; that is tested with the sources.
  "routes/search": { GET: { act: "edition.read", make: () => ({ thing: { programId: null }, search: "?words=officers" }) } },
  "routes/notices._index": { GET: { act: "notice.read", make: oneself }, POST: { act: "notice.read", make: oneself } },
  "routes/notices.settings": { GET: { act: "notice.choose", make: oneself }, POST: { act: "notice.choose", make: (world, caller) => ({ ...oneself(world, caller), form: { rhythm: "daily", about: "all", titlesOnly: "no" } }) } },
  "routes/notices.program": { GET: { act: "mail.govern", make: program }, POST: { act: "mail.govern", make: (world, caller) => ({ ...program(world, caller), form: { titlesOnly: "yes" } }) } },
  "routes/notices.outbox._index": { GET: { act: "outbox.read", make: program } },
  "routes/notices.outbox.$mailId": { GET: { act: "outbox.read", make: mail } },
  "routes/notices.calendar._index": { GET: { act: "calendar.make", make: oneself }, POST: { act: "calendar.make", make: oneself } },
  "routes/notices.calendar.revocation": { POST: { act: "calendar.make", make: oneself } },
  "routes/calendars.$token.deadlines[.]ics": { GET: { act: "calendar.read", make: async (world) => ({ thing: { programId: null }, params: { token: await world.newCalendar() } }) } },
  "routes/mail.$token": { GET: { act: "notice.follow", make: mailLink } },
  "routes/unsubscribe.$token": {
    GET: { act: "mail.stop", make: mailToken },
    // Mail programs send it from nowhere: the token is the right to it.
    POST: { act: "mail.stop", make: mailToken, fromAnywhere: true },
  },
  "routes/records._index": { GET: { act: "record.read", make: program } },
  "routes/records.export": { POST: { act: "record.export", make: program } },

  "routes/documents._index": { GET: { act: "document.read", make: program } },
  "routes/documents.new": {
    GET: { act: "document.create", make: ownOrganization },
    POST: { act: "document.create", make: (world, caller) => ({ ...ownOrganization(world, caller), form: description(world, caller) }) },
  },
  "routes/documents.import": {
    GET: { act: "document.import", make: ownOrganization },
    POST: { act: "document.import", make: (world, caller) => ({ ...ownOrganization(world, caller), form: { ...description(world, caller), source: "Riverton Police", copyright: "own", file: wordFile() } }) },
  },
  "routes/documents.$documentId._index": { GET: { act: "document.read", make: hiddenDocument } },
  "routes/documents.$documentId.import-report": { GET: { act: "document.read", make: async (world) => about(await world.newImport()) } },
  "routes/documents.$documentId.newer-text": {
    GET: { act: "draft.write", make: document },
    POST: { act: "draft.write", make: async (world) => ({ ...(await document(world)), form: { source: "Riverton Police", copyright: "own", file: wordFile() } }) },
  },
  "routes/documents.$documentId.submission": { GET: { act: "document.submit", make: document }, POST: { act: "document.submit", make: document } },
  "routes/documents.$documentId.visibility": {
    GET: { act: "document.share", make: document },
    POST: { act: "document.share", make: async (world) => ({ ...(await document(world)), form: { visibility: "public" } }) },
  },
  "routes/documents.$documentId.rights": {
    GET: { act: "rights.confirm", make: document },
    POST: { act: "rights.confirm", make: async (world) => ({ ...about(await world.newVendorDocument()), form: { basis: "The vendor's letter of May 4, 2026" } }) },
  },
  "routes/documents.$documentId.editions.$edition.exports.$format": { GET: { act: "document.read", make: (world) => asMarkdown({ ...inForce(world), params: { documentId: world.documentId, edition: "1" } }) } },
  "routes/drafts.$draftId.exports.$format": { GET: { act: "draft.read", make: async (world) => asMarkdown(await draft(world)) } },
  "routes/documents.$documentId.draft": { GET: { act: "draft.read", make: document } },
  "routes/documents.$documentId.compare": { GET: { act: "document.read", make: async (world) => ({ ...inForce(world), params: { documentId: world.documentId }, search: "?from=1&to=1" }) } },
  "routes/documents.$documentId.plain-text": {
    GET: { act: "plain-text.write", make: document },
    POST: {
      act: "plain-text.write",
      make: async (world) => ({ ...(await document(world)), form: { clauseId: "c1", language: "en", clauseHash: clauseHashes(textOf("Officers offer a choice of transport.")).get("c1") ?? "", body: "You may choose how you get there." } }),
    },
  },
  "routes/glossary._index": { GET: { act: "program.read", make: program } },
  "routes/glossary.words": { GET: { act: "program.read", make: program } },
  "routes/glossary.new": {
    GET: { act: "term.define", make: program },
    POST: { act: "term.define", make: (world, caller) => ({ ...program(world, caller), form: { name: `term ${randomUUID()}`, variants: "", body: "", source: "" } }) },
  },
  "routes/glossary.$termId._index": { GET: { act: "program.read", make: term } },
  "routes/glossary.$termId.definitions": {
    GET: { act: "term.define", make: term },
    POST: { act: "term.define", make: async (world) => ({ ...(await term(world)), form: { body: "Danger to oneself or others.", source: "" } }) },
  },
  "routes/glossary.$termId.variants": {
    GET: { act: "term.define", make: term },
    POST: { act: "term.define", make: async (world) => ({ ...(await term(world)), form: { variants: "" } }) },
  },
  "routes/drafts.$draftId.versions": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "version.name", make: async (world) => ({ ...(await draft(world)), form: { name: "Before the meeting" } }) },
  },
  "routes/drafts.$draftId.suggestions._index": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.suggestions.decisions": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "suggestion.decide", make: async (world) => ({ ...(await suggestedDraft(world)), form: { all: "yes", verdict: "rejected", next: "/" } }) },
  },
  "routes/drafts.$draftId.suggestions.withdrawal": {
    GET: { act: "draft.read", make: draft },
    // Who suggests takes back their own.
    POST: { act: "draft.suggest", make: async (world, caller) => ({ ...(await suggestedDraft(world, caller)), form: { suggestionId: "suggested-1", next: "/" } }) },
  },
  // A document without an edition has nothing that could be changed by a proposal: refused in words, after the right was asked.
  "routes/drafts.$draftId.proposal": {
    POST: { act: "proposal.open", make: async (world) => ({ ...(await draft(world)), form: { why: "Families ask for it.", affected: "Families.", kept: JSON.stringify({ version: 0, batches: [{ batchId: "kept-batch-1", steps: [{ stepType: "replace", from: 2, to: 2, slice: { content: [{ type: "text", text: "Kept" }] } }] }] }) } }), also: ["409"] },
  },
  "routes/drafts.$draftId.replies": {
    GET: { act: "draft.read", make: draft },
    // A file without the marks of an export is told at its field, after the right was asked.
    POST: { act: "draft.suggest", make: async (world) => ({ ...(await draft(world)), form: { file: wordFile() } }), also: ["422"] },
  },
  "routes/drafts.$draftId.exports.word": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.compare": { GET: { act: "draft.read", make: async (world) => ({ ...(await draft(world)), search: "?from=0" }) } },
  "routes/drafts.$draftId.threads": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "comment.write", make: async (world) => ({ ...(await draft(world)), form: { clauseId: "c1", body: "Who offers the choice?" } }) },
  },
  "routes/threads.$threadId.comments": { GET: { act: "draft.read", make: (world) => thread(world) }, POST: { act: "comment.write", make: async (world) => ({ ...(await thread(world)), form: { body: "The officer does." } }) } },
  "routes/threads.$threadId.place": { GET: { act: "draft.read", make: lostThread }, POST: { act: "comment.write", make: async (world) => ({ ...(await lostThread(world)), form: { clauseId: "c1", quote: "" } }) } },
  "routes/threads.$threadId.resolution": { POST: { act: "comment.resolve", make: (world) => thread(world) } },
  "routes/threads.$threadId.reopening": { POST: { act: "comment.resolve", make: async (world) => thread(world, { resolvedAt: new Date() }) } },
  "routes/threads.$threadId.assignment": { POST: { act: "comment.resolve", make: async (world) => ({ ...(await thread(world)), form: { personId: "" } }) } },
  "routes/drafts.$draftId.authorship": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.reading": { POST: { act: "draft.read", make: async (world) => ({ ...(await draft(world)), form: { version: "0", next: "/" } }) } },
  "routes/drafts.$draftId.locks._index": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "clause.lock", make: async (world) => ({ ...(await draft(world)), form: { clauseId: "c1", length: "hour", day: "", reason: "Legal review" } }) },
  },
  "routes/drafts.$draftId.locks.$clauseId.opening": {
    POST: {
      act: "clause.unlock",
      // One's own is the lock: it is the caller's here.
      make: async (world, caller) => {
        const asked = await draft(world);
        const heldById = await world.newLock(asked.params?.draftId ?? "", personIdOf(caller));
        return { thing: { ...asked.thing, ownerIds: [heldById] }, params: { ...asked.params, clauseId: "c1" } };
      },
    },
  },
  "routes/documents.$documentId.reading": { POST: { act: "document.read", make: async (world) => ({ ...inForce(world), params: { documentId: world.documentId }, form: { edition: "1", next: "/" } }) } },
  "routes/versions.$versionId.restoration": {
    GET: {
      act: "version.restore",
      make: async (world) => {
        const document = await world.newDocument();
        return { ...about(document), params: { versionId: await world.newVersion(document.draftId) } };
      },
    },
    POST: {
      act: "version.restore",
      make: async (world) => {
        const document = await world.newDocument();
        return { ...about(document), params: { versionId: await world.newVersion(document.draftId) }, form: { next: "/" } };
      },
    },
  },

  "routes/proposals._index": { GET: { act: "proposal.read", make: program } },
  "routes/proposals.new": {
    GET: { act: "proposal.open", make: async (world) => ({ ...inForce(world), search: `?document=${world.documentId}&clause=c1` }) },
    POST: { act: "proposal.open", make: async (world) => ({ ...inForce(world), form: { documentId: world.documentId, clauseId: "c1", ...reasons } }) },
  },
  "routes/proposals.$proposalId.description": {
    GET: { act: "proposal.describe", make: ownProposal },
    POST: { act: "proposal.describe", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: reasons }) },
  },
  "routes/proposals.$proposalId.amendments": {
    GET: { act: "amendment.offer", make: ownProposal },
    POST: { act: "amendment.offer", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { clauseId: "c1", words: "Officers wait for 20 minutes.", why: "Thirty is long." } }) },
  },
  "routes/amendments.$amendmentId.answer": {
    GET: { act: "amendment.answer", make: offeredAmendment },
    POST: { act: "amendment.answer", make: async (world, caller) => ({ ...(await offeredAmendment(world, caller)), form: { verdict: "refuse", answer: "Thirty was agreed." } }) },
  },
  "routes/amendments.$amendmentId.withdrawal": { POST: { act: "amendment.withdraw", make: (world, caller) => ownAmendment(world, caller, "offered") } },
  "routes/amendments.$amendmentId.proposal": {
    GET: { act: "amendment.promote", make: refusedAmendment },
    POST: { act: "amendment.promote", make: async (world, caller) => ({ ...(await refusedAmendment(world, caller)), form: reasons }) },
  },
  "routes/proposals.$proposalId._index": { GET: { act: "proposal.read", make: ownProposal } },
  "routes/proposals.$proposalId.draft": { GET: { act: "draft.read", make: ownProposal } },
  "routes/proposals.$proposalId.summary": { GET: { act: "proposal.read", make: ownProposal } },
  "routes/proposals.$proposalId.comments": {
    GET: { act: "proposal.read", make: ownProposal },
    POST: { act: "comment.write", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { body: "Who pays for the clinician's time?" } }) },
  },
  // Taking a bundle changes nothing of the proposal, and the PDF in it is drawn once.
  "routes/proposals.$proposalId.bundle": { POST: { act: "bundle.take", make: sharedProposal } },
  "routes/documents.$documentId.editions.$edition.bundle": { POST: { act: "bundle.take", make: (world) => ({ ...inForce(world), params: { documentId: world.documentId, edition: "1" } }) } },
  "routes/proposals.$proposalId.rebase": { GET: { act: "proposal.rebase", make: staleProposal }, POST: { act: "proposal.rebase", make: staleProposal } },
  "routes/proposals.$proposalId.rounds": {
    GET: { act: "round.open", make: ownProposal },
    POST: { act: "round.open", make: async (world, caller) => ({ ...(await ownProposal(world, caller)), form: { closesAt: "" } }) },
  },
  "routes/proposals.$proposalId.withdrawal": { GET: { act: "proposal.withdraw", make: ownProposal }, POST: { act: "proposal.withdraw", make: ownProposal } },

  "routes/meetings._index": { GET: { act: "meeting.read", make: program } },
  "routes/meetings.new": {
    GET: { act: "meeting.call", make: program },
    POST: { act: "meeting.call", make: (world, caller) => ({ ...program(world, caller), form: { title: "Steering committee", place: "Library", startsAt: "2099-01-15T17:00", endsAt: "2099-01-15T18:00" } }) },
  },
  "routes/meetings.rule": {
    GET: { act: "meeting.rule", make: program },
    POST: { act: "meeting.rule", make: (world, caller) => ({ ...program(world, caller), form: { openMeetings: "no", noticeHours: "24" } }) },
  },
  "routes/meetings.$meetingId._index": { GET: { act: "meeting.read", make: (world) => meeting(world) } },
  "routes/meetings.$meetingId.agenda": {
    GET: { act: "meeting.call", make: (world) => meeting(world) },
    POST: { act: "meeting.call", make: async (world) => ({ ...(await meeting(world)), form: { lines: "Welcome" } }) },
  },
  "routes/meetings.$meetingId.notice": { GET: { act: "meeting.read", make: (world) => meeting(world) }, POST: { act: "meeting.call", make: (world) => meeting(world) } },
  "routes/meetings.$meetingId.cancellation": {
    GET: { act: "meeting.read", make: (world) => meeting(world) },
    POST: { act: "meeting.call", make: async (world) => ({ ...(await meeting(world)), form: { reason: "The snow." } }) },
  },
  "routes/meetings.$meetingId.attendance": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: { act: "meeting.minute", make: async (world) => ({ ...(await meeting(world, true)), form: { seatIds: [await world.seatOf("peer")] } }) },
  },
  "routes/meetings.$meetingId.motions": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: {
      act: "meeting.minute",
      make: async (world) => {
        const [one, other] = [await world.seatOf("peer"), await world.seatOf("advocate")];
        return { ...(await meeting(world, true)), form: { requestId: randomUUID(), words: "To begin at six.", movedBy: one, secondedBy: other, [`vote-${one}`]: "consent" } };
      },
    },
  },
  "routes/meetings.$meetingId.minutes": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: { act: "meeting.minute", make: async (world) => ({ ...(await meeting(world, true)), form: { notes: "" } }) },
  },
  "routes/library.meetings._index": { GET: { act: "meeting.log", make: open } },
  "routes/library.meetings.log": { GET: { act: "meeting.log", make: open } },
  "routes/concerns._index": { GET: { act: "concern.triage", make: program } },
  // All senders share one allowance.
  "routes/concerns.new": { GET: { act: "concern.submit", make: open }, POST: { act: "concern.submit", make: () => ({ ...open(), form: { body: "Night shifts skip the call-back." } }), also: ["429"] } },
  // No concern has this code, which is said at the field.
  "routes/concerns.answer": { GET: { act: "concern.submit", make: open }, POST: { act: "concern.submit", make: () => ({ ...open(), form: { code: "aaaa-bbbb" } }), also: ["422", "429"] } },
  "routes/concerns.$concernId._index": {
    GET: { act: "concern.triage", make: concern },
    POST: { act: "concern.triage", make: async (world) => ({ ...(await concern(world)), form: { verdict: "answer", words: "Thank you." } }) },
  },
  // A concern that nobody settled is not taken up yet: told after the right was asked.
  "routes/concerns.$concernId.proposal": { GET: { act: "concern.triage", make: concern }, POST: { act: "concern.triage", make: async (world) => ({ ...(await concern(world)), form: { proposalId: "none" } }), also: ["409"] } },
  "routes/ballots._index": { GET: { act: "ballot.read", make: program } },
  "routes/ballots.new": {
    GET: { act: "ballot.open", make: program },
    POST: { act: "ballot.open", make: (world, caller) => ({ ...program(world, caller), form: { kind: "single", question: "Where do we meet?", options: "Library\nStation", closesAt: "" } }) },
  },
  "routes/ballots.$ballotId._index": { GET: { act: "ballot.read", make: ballot } },
  "routes/ballots.$ballotId.closing": { GET: { act: "ballot.read", make: ballot }, POST: { act: "round.close", make: ballot } },
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

  "routes/rounds.$roundId.votes": {
    GET: { act: "ballot.read", make: round },
    POST: { act: "vote.cast", make: async (world) => ({ ...(await round(world)), form: { requestId: randomUUID(), choice: "consent", reason: "" } }) },
  },
  "routes/rounds.$roundId.withdrawal": { GET: { act: "ballot.read", make: round }, POST: { act: "vote.cast", make: ownVote } },
  "routes/rounds.$roundId.closing": { GET: { act: "ballot.read", make: round }, POST: { act: "round.close", make: round } },
  "routes/rounds.$roundId.voiding": {
    GET: { act: "ballot.read", make: round },
    POST: { act: "round.void", make: async (world) => ({ ...(await round(world)), form: { reason: "The text has a mistake." } }) },
  },
  "routes/rounds.$roundId.extension": {
    GET: { act: "round.extend", make: ownRound },
    POST: { act: "round.extend", make: async (world, caller) => ({ ...(await ownRound(world, caller)), form: { closesAt: "2099-01-15T17:00", reason: "Two members are away." } }) },
  },
  "routes/rounds.$roundId.phone-votes": {
    GET: { act: "vote.record", make: round },
    POST: {
      act: "vote.record",
      make: async (world) => {
        const attempt = await round(world);
        return { ...attempt, form: { rollEntryId: await world.entryOf(attempt.params?.roundId ?? "", "peer"), requestId: randomUUID(), choice: "consent", reason: "" } };
      },
    },
  },
  "routes/rounds.$roundId.recusal": { GET: { act: "proposal.read", make: round }, POST: { act: "recusal.declare", make: async (world) => ({ ...(await round(world)), form: { reason: "My agency sells it." } }) } },
  // A vote that is still open has no outcome and no dissent yet: refused in words, after the right was asked.
  "routes/rounds.$roundId.outcome": {
    GET: { act: "outcome.write", make: round },
    POST: { act: "outcome.write", make: async (world) => ({ ...(await round(world)), form: { statement: "It carried.", next: "The chief decides." } }), also: ["409"] },
  },
  "routes/rounds.$roundId.dissents": {
    GET: { act: "dissent.write", make: round },
    POST: { act: "dissent.write", make: async (world) => ({ ...(await round(world)), form: { body: "Nobody asked us." } }), also: ["409"] },
  },
  "routes/rounds.$roundId.participation": { POST: { act: "recusal.declare", make: steppedBack } },

  "routes/decisions._index": { GET: { act: "decision.read", make: program } },
  "routes/decisions.variance._index": { GET: { act: "decision.read", make: program } },
  "routes/decisions.variance.table[.]csv": { GET: { act: "decision.read", make: program } },
  "routes/decisions.$decisionId": {
    GET: { act: "decision.read", make: decision },
    POST: { act: "decision.make", make: async (world) => ({ ...(await decision(world)), form: { move: "decline", reasons: "It needs two officers.", effectiveFrom: "", deferredUntil: "", password } }) },
  },

  ...trainingActs,
  "routes/decisions.$decisionId_.changes": {
    GET: { act: "decision.read", make: decision },
    // Who may decide is told that nothing was changed; the right was asked before.
    POST: { act: "decision.make", make: async (world) => ({ ...(await decision(world)), form: { reasons: "It needs two officers.", typoOnly: "no", password } }), also: ["422"] },
  },
  "routes/decisions.$decisionId_.comments": {
    GET: { act: "decision.read", make: decision },
    POST: { act: "comment.write", make: async (world) => ({ ...(await world.newChangedDecision().then(asDecision)), form: { body: "Who came is private." } }) },
  },
  "routes/decisions.$decisionId_.confirmation": {
    GET: { act: "decision.read", make: decision },
    // Who is of the group that made the change is refused in words, after the right was asked.
    POST: { act: "typo.confirm", make: async (world) => ({ ...(await world.newChangedDecision("awaiting").then(asDecision)), form: { verdict: "yes" } }), also: ["refused"] },
  },
  "routes/stages.$stageId.signature": {
    GET: { act: "decision.read", make: stage },
    // The text of this form is not the one that is asked for: told as a conflict, after the right was asked.
    POST: { act: "stage.sign", make: async (world, caller) => ({ ...(await stage(world, caller)), form: { hash: "", note: "", password } }), also: ["409"] },
  },
  "routes/stages.$stageId.omission": {
    GET: { act: "decision.read", make: stage },
    POST: { act: "stage.skip", make: async (world, caller) => ({ ...(await stage(world, caller)), thing: { programId: world.programId, organizationId: world.agency }, form: { reason: "No union is concerned." } }) },
  },
  "routes/organizations_.$organizationId.path": {
    GET: { act: "path.set", make: anAgency },
    POST: { act: "path.set", make: async (world) => ({ ...(await anAgency(world)), form: { version: "0", holidays: "" } }) },
  },
  "routes/organizations_.$organizationId.acting-head": {
    GET: { act: "head.name", make: anAgency },
    // Nobody of this new agency could act for its head: told at the field, after the right was asked.
    POST: { act: "head.name", make: async (world) => ({ ...(await anAgency(world)), form: { personId: "nobody", from: "2026-11-23", until: "2026-11-24", reason: "The head is away." } }), also: ["422"] },
  },
  "routes/organizations_.$organizationId.departure": {
    GET: { act: "organization.leave", make: anAgency },
    POST: { act: "organization.leave", make: async (world) => ({ ...(await anAgency(world)), form: { reason: "It joins another program." } }) },
  },
  ...fieldActs,

  "routes/members": { GET: { act: "program.read", make: program } },
  "routes/charter._index": { GET: { act: "program.read", make: program } },
  "routes/charter.versions.$version": { GET: { act: "program.read", make: (world, caller) => ({ ...program(world, caller), params: { version: "1" } }) } },
  "routes/charter.proposal": {
    GET: { act: "proposal.open", make: program },
    POST: { act: "proposal.open", make: (world, caller) => ({ ...program(world, caller), form: { requiredGroups: [world.groupIn(programOf(world, caller.actor))], votingDays: String(randomInt(20, 9_000)), why: "Two weeks are short.", affected: "Every member." } }) },
  },
  "routes/groups._index": { GET: { act: "program.read", make: program } },
  "routes/groups.$groupId": { GET: { act: "program.read", make: (world, caller) => ({ ...program(world, caller), params: { groupId: world.groupIn(programOf(world, caller.actor)) } }) } },
  "routes/participation._index": { GET: { act: "program.read", make: program } },
  "routes/participation.table": { GET: { act: "program.read", make: program } },
  "routes/committees._index": {
    GET: { act: "program.read", make: program },
    POST: { act: "committee.change", make: (world, caller) => ({ ...program(world, caller), form: { name: `Training ${randomUUID()}`, purpose: "Plans the week.", requiredGroups: [world.groupIn(programOf(world, caller.actor))] } }) },
  },
  "routes/committees.$committeeId.members": { GET: { act: "committee.change", make: (world) => committee(world, false) }, POST: { act: "committee.change", make: (world) => committee(world, false) } },
  "routes/committees.$committeeId.departures": { POST: { act: "committee.change", make: (world) => committee(world, true) } },
  "routes/groups.new": {
    GET: { act: "group.add", make: program },
    POST: { act: "group.add", make: async (world, caller) => ({ ...program(world, caller), form: { name: `Courts ${randomUUID()}`, shortName: randomUUID().slice(0, 20), face: await world.freeFaceIn(programOf(world, caller.actor)) } }) },
  },
  "routes/organizations": {
    GET: { act: "organization.add", make: program },
    POST: { act: "organization.add", make: (world, caller) => ({ ...program(world, caller), form: { name: `Hospital ${randomUUID()}`, shortName: "Hospital", groupId: world.groupIn(programOf(world, caller.actor)), decides: "no" } }) },
  },
  "routes/organizations_.$organizationId.audit-contact": {
    GET: { act: "audit-contact.choose", make: firstAgency },
    POST: { act: "audit-contact.choose", make: (world) => ({ ...firstAgency(world), form: { personId: "" } }) },
  },
  "routes/seats._index": {
    GET: { act: "seat.add", make: program },
    POST: {
      act: "seat.add",
      make: (world, caller) => ({ ...program(world, caller), form: { title: "Night shift", organizationId: world.agencyIn(programOf(world, caller.actor)), voting: "voting", termStart: "2026-11-23", termEnd: "" } }),
    },
  },
  "routes/seats.$seatId.holder": {
    GET: { act: "seat.assign", make: seat },
    POST: { act: "seat.assign", make: async (world) => ({ ...(await seat(world)), form: { holderId: (await world.newPerson()).personId } }) },
  },
  "routes/seats.$seatId.alternate": {
    GET: { act: "seat.assign", make: seat },
    POST: { act: "seat.assign", make: async (world) => ({ ...(await seat(world)), form: { alternateId: (await world.newPerson()).personId } }) },
  },
  "routes/seats.$seatId.term": {
    GET: { act: "seat.change", make: seat },
    POST: { act: "seat.change", make: async (world) => ({ ...(await seat(world)), form: { title: "Day shift", termStart: "2020-01-01", termEnd: "" } }) },
  },
  "routes/people.$personId.roles": {
    GET: { act: "role.give", make: person },
    POST: { act: "role.give", make: async (world) => ({ ...(await person(world)), form: { roles: ["drafter"] } }) },
  },
  "routes/people.$personId.suspension": { GET: { act: "person.suspend", make: person }, POST: { act: "person.suspend", make: person } },
  "routes/people.$personId.restoration": { GET: { act: "person.restore", make: suspendedPerson }, POST: { act: "person.restore", make: suspendedPerson } },
  "routes/people.$personId.organization": {
    GET: { act: "person.move", make: person },
    POST: { act: "person.move", make: async (world) => ({ ...(await person(world)), form: { organizationId: world.secondAgency } }) },
  },
};

const reasons = { title: "", why: "Callers wait too long.", affected: "Dispatch and patrol.", evidence: "", cost: "", trainingImpact: "" };

/** Everybody's, whoever asks. */
function open(): Attempt {
  return { thing: { programId: null } };
}

/** The program that the caller is in; nobody is sent to sign in by name. */
function program(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor) } };
}

function ownOrganization(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor), organizationId: actor.kind === "person" ? actor.organizationId : null } };
}

function firstAgency({ programId, agency }: World): Attempt {
  return { thing: { programId, organizationId: agency }, params: { organizationId: agency } };
}

function oneself(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor), ownerIds: actor.kind === "person" ? [actor.personId] : [] } };
}

function programOf(world: World, actor: Actor): string {
  return actor.kind === "person" ? actor.programId : world.programId;
}

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

function asMarkdown(attempt: Attempt): Attempt {
  return { ...attempt, params: { ...attempt.params, format: "markdown" } };
}

async function ownSession(world: World, caller: Caller): Promise<Attempt> {
  const { actor } = caller;
  // A session that may be lost; the caller's own is needed again.
  return { ...oneself(world, caller), ...(actor.kind === "person" ? { cookie: await world.newSession(actor.personId) } : { thing: { programId: null } }) };
}

async function invitation(world: World): Promise<Attempt> {
  return { thing: { programId: null }, params: { token: await world.newInvitation() } };
}

async function mail(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { mailId: await world.newMail() } };
}

async function mailToken(world: World): Promise<Attempt> {
  return { thing: { programId: null }, params: { token: await world.newMailToken() } };
}

async function mailLink(world: World, { actor }: Caller): Promise<Attempt> {
  return { thing: { programId: world.programId, ownerIds: actor.kind === "person" ? [actor.personId] : [] }, params: { token: await world.newMailLink(actor) } };
}

async function document(world: World): Promise<Attempt> {
  return about(await world.newDocument());
}

function personIdOf({ actor }: Caller): string | undefined {
  return actor.kind === "person" ? actor.personId : undefined;
}

async function draft(world: World): Promise<Attempt> {
  const document = await world.newDocument();
  return { ...about(document), params: { draftId: document.draftId } };
}

/** A text with one suggestion, by the caller where it matters whose. */
async function suggestedDraft(world: World, { actor }: Partial<Caller> = {}): Promise<Attempt> {
  const attempt = await draft(world);
  await world.suggest(attempt.params?.draftId ?? "", actor?.kind === "person" ? actor.personId : undefined);
  return attempt;
}

async function thread(world: World, more: Partial<NewThread> = {}): Promise<Attempt> {
  const document = await world.newDocument();
  return { ...about(document), params: { threadId: await world.newThread(document, more) } };
}

async function lostThread(world: World): Promise<Attempt> {
  return thread(world, { quote: "words that are gone", atVersion: 7 });
}

async function hiddenDocument(world: World): Promise<Attempt> {
  return about(await world.newDocument("organization"));
}

type Kept = { id: string; programId: string; organizationId: string; visibility: string };

function about({ id, programId, organizationId, visibility }: Kept): Attempt {
  return { thing: { programId, organizationId, visibility: visibility as "program" }, params: { documentId: id } };
}

/** The program's policy in force, which everybody may read. */
function inForce({ programId, agency }: World): Attempt {
  return { thing: { programId, organizationId: agency, visibility: "public" } };
}

/** A proposal on the policy in force; the drafter finds that it is their own. */
async function ownProposal(world: World, caller: Caller): Promise<Attempt> {
  const author = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, authorId } = await world.newProposal(author);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { proposalId: id } };
}

/** An amendment that waits; the drafter finds that the proposal is their own. */
async function offeredAmendment(world: World, caller: Caller): Promise<Attempt> {
  const proposal = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, proposalAuthorId } = await world.newAmendment({ proposal }, "offered");
  return { thing: { ...inForce(world).thing, ownerIds: [proposalAuthorId] }, params: { amendmentId: id } };
}

/** An amendment that was refused; the drafter finds that they offered it. */
function refusedAmendment(world: World, caller: Caller): Promise<Attempt> {
  return ownAmendment(world, caller, "refused");
}

async function ownAmendment(world: World, caller: Caller, state: "offered" | "refused"): Promise<Attempt> {
  const amendment = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { id, authorId } = await world.newAmendment({ amendment }, state);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { amendmentId: id } };
}

let shared: Promise<Attempt> | undefined;

/** One proposal for all who ask, where asking changes nothing of it. */
function sharedProposal(world: World): Promise<Attempt> {
  shared ??= world.newProposal().then(({ id, authorId }) => ({ thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { proposalId: id } }));
  return shared;
}

/** A proposal that has to be brought onto the latest edition. */
async function staleProposal(world: World): Promise<Attempt> {
  const { id, editionId } = await world.newStaleProposal();
  return { thing: { programId: world.programId, organizationId: world.agency, visibility: "program" }, params: { proposalId: id }, form: { ontoEditionId: editionId } };
}

async function round(world: World): Promise<Attempt> {
  return { thing: inForce(world).thing, params: { roundId: (await world.newRound()).roundId } };
}

/** A vote on the proposal of a drafter, who finds that it is their own. */
async function ownRound(world: World, caller: Caller): Promise<Attempt> {
  const author = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { roundId, authorId } = await world.newRound(author);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { roundId } };
}

/** A round from which whoever may vote has stepped back. */
async function steppedBack(world: World, { actor }: Caller): Promise<Attempt> {
  const attempt = await round(world);
  await declareRecusal(actor, { roundId: attempt.params?.roundId, reason: "My agency sells it." });
  return attempt;
}

async function meeting(world: World, begun = false): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { meetingId: await world.newMeeting(begun) } };
}

async function concern(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { concernId: await world.newConcern() } };
}

async function ballot(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { ballotId: (await world.newBallot()).ballotId } };
}

/** A round in which whoever may vote has voted. */
async function ownVote(world: World, { actor }: Caller): Promise<Attempt> {
  const attempt = await round(world);
  await castVote(actor, { roundId: attempt.params?.roundId, requestId: randomUUID(), choice: "consent", reason: "" });
  return { ...attempt, form: { requestId: randomUUID() } };
}

async function decision(world: World): Promise<Attempt> {
  return asDecision(await world.newDecision());
}

function asDecision({ id, programId, organizationId }: { id: string; programId: string; organizationId: string }): Attempt {
  return { thing: { programId, organizationId }, params: { decisionId: id } };
}

/** A stage that the caller may sign off where it is one's own. */
async function stage(world: World, caller: Caller): Promise<Attempt> {
  const approverId = caller.name === "drafter" ? personIdOf(caller) : undefined;
  const { id, programId, organizationId, approver } = await world.newStage(approverId);
  return { thing: { programId, organizationId, ownerIds: [approver] }, params: { stageId: id } };
}

async function anAgency(world: World): Promise<Attempt> {
  const { id, programId } = await world.newAgency();
  return { thing: { programId, organizationId: id }, params: { organizationId: id } };
}

async function term(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { termId: (await world.newTerm()).id } };
}

async function seat(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { seatId: (await world.newSeat()).id } };
}

async function committee(world: World, joined: boolean): Promise<Attempt> {
  const { personId } = await world.newPerson();
  return { thing: { programId: world.programId }, params: { committeeId: await world.newCommittee(joined ? personId : null) }, form: { personId } };
}

async function person(world: World): Promise<Attempt> {
  const { personId, programId, organizationId } = await world.newPerson();
  return { thing: { programId, organizationId }, params: { personId } };
}

async function suspendedPerson(world: World): Promise<Attempt> {
  const { personId, programId, organizationId } = await world.newPerson(true);
  return { thing: { programId, organizationId }, params: { personId } };
}

function description(world: World, { actor }: Caller): Form {
  return { kind: "policy", number: `CIT-${randomInt(1_000, 1_000_000)}`, title: "Transport", topic: "", visibility: "program", agencyIds: [world.agencyIn(programOf(world, actor))] };
}

function newcomer(world: World, { actor }: Caller): Form {
  const organizationId = actor.kind === "person" ? actor.organizationId : world.agency;
  return { name: "Ruth Alder", email: `ruth-${randomUUID()}@demo.concord.example`, organizationId, roles: ["reviewer"] };
}

function wordFile(): File {
  const paragraph = (words: string, style = "") => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = paragraph("Purpose", "H1") + paragraph("Officers wait for a clinician.");
  return new File([new Uint8Array(zip(wordParts(body)))], "transport.docx", { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}
