import { randomUUID } from "node:crypto";
import { beginThread } from "~/commands/comments/begin-thread.server";
import { resolveThread } from "~/commands/comments/resolve-thread.server";
import { writeInThread } from "~/commands/comments/write-in-thread.server";
import { commentOnChanges } from "~/commands/decisions/comment-on-changes.server";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { createDocument } from "~/commands/documents/create-document.server";
import { nameVersion } from "~/commands/drafting/name-version.server";
import { answerAmendment } from "~/commands/proposals/answer-amendment.server";
import { offerAmendment } from "~/commands/proposals/offer-amendment.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { openRound } from "~/commands/voting/open-round.server";
import { writeDissent } from "~/commands/voting/write-dissent.server";
import { writeOutcome } from "~/commands/voting/write-outcome.server";
import { dayIn } from "~/domain/library/in-force";
import { database } from "~/store/database.server";
import { letDaysPass } from "~/store/demonstration.server";
import { type Members, propose, write, suggest, say, vote, decide } from "./acting";
import { done } from "./done";
import { timeZone } from "./people";
import { signing } from "./signing";
import { changeOneClause, decisionOf, signOff } from "./stages";
import { askFamily, callTaking, crisisResponse2, dispatchSooner, handcuffsAlways, quietTransport, supervisorsInCounty, talkAfterwards } from "./texts";

export async function secondEdition(members: Members, documentId: string): Promise<void> {
  const { advocate, clinician, officer } = members;
  const proposalId = await propose(members.advocate, documentId, crisisResponse2, {
    clauseId: "timedistance",
    title: "Slow down first",
    why: "Families tell us that the first two minutes decide. “Slow down” must be what is expected, not what is allowed.",
    affected: "Every officer who answers a coded call, and the person in crisis.",
  });
  await say(officer, proposalId, "My worry is being blamed when it takes longer and dispatch is stacking calls.");
  await say(clinician, proposalId, "Then let us say so in the text: nobody is blamed for taking time.");
  await say(advocate, proposalId, "Added as the last sentence of the clause.");
  const roundId = await vote(members, proposalId, { cit: "consent", officer: "consent", sheriff: "consent", clinician: "consent", advocate: "consent", peer: "consent", dispatch: "consent", researcher: "abstain" });
  done(await writeOutcome(members.coordinator, { roundId, statement: "All groups agree: slowing down is what is expected.", next: "Both agency heads decide. The training committee adds it to the 40-hour week." }));
  const { chief, sheriff } = members;
  await decide({ ...members, sheriff: chief }, { proposalId }, "adopt", "Time protects everyone, officers too. Supervisors will brief this at roll call before the first day.");
  await changeOneClause(sheriff, await decisionOf(proposalId, sheriff), {
    clauseId: "timedistance",
    words: "When nobody is in immediate danger, officers shall slow the encounter down. They may wait, move back, or call for help. A deputy who is alone first asks for a second one. No officer is blamed for taking time.",
    reason: "A deputy is often alone, and the next one is twenty minutes away.",
    reasons: "We take the whole change and add one sentence for the county, where a deputy works alone.",
  });
  done(await commentOnChanges(members.peer, { decisionId: await decisionOf(proposalId, sheriff), body: "Waiting for a second deputy is fine with us, as long as the first one keeps talking." }));
  await letDaysPass(database(), { proposalId }, 20);
  done(await makeDecision(sheriff, { decisionId: await decisionOf(proposalId, sheriff), move: "conclude", reasons: "The comments agree. The deputy who waits keeps talking; we train that.", effectiveFrom: dayIn(timeZone, new Date()), ...(await signing(sheriff)) }));
  await letDaysPass(database(), { proposalId }, 130);
}

export async function notCarried(members: Members, documentId: string): Promise<void> {
  const proposalId = await propose(members.officer, documentId, handcuffsAlways, {
    clauseId: "transport001",
    title: "Handcuffs on every transport",
    why: "One rule for all transports is simpler to train and to defend.",
    affected: "Officers on transport, and everyone who is taken to a facility.",
  });
  await say(members.peer, proposalId, "I came to care in handcuffs once. I did not ask for help again for six years.");
  const roundId = await vote(
    members,
    proposalId,
    { cit: "consent", officer: "consent", sheriff: "consent", dispatch: "consent", researcher: "consent", clinician: "object", advocate: "object", peer: "object" },
    "A person who agrees to go is not under arrest. Restraint without a risk makes the next crisis worse.",
  );
  done(await writeOutcome(members.coordinator, { roundId, statement: "Most votes were for it, but behavioral health and advocacy were against. It is not carried.", next: "The rule stays as it is. Officers and peers meet about transports that went wrong." }));
  done(await writeDissent(members.officer, { roundId, body: "Officers carry the risk of a transport that goes wrong. We ask the program to say when handcuffs are right, not only when they are not." }));
  await letDaysPass(database(), { proposalId }, 95);
}

export async function overdue(members: Members, documentId: string): Promise<void> {
  const proposalId = await propose(members.peer, documentId, quietTransport, {
    clauseId: "transport001",
    title: "Someone to ride along",
    why: "A known face keeps the ride calm. Two facilities already welcome it.",
    affected: "People on the way to care, those close to them, and transporting officers.",
    cost: "None that we know of.",
  });
  await say(members.clinician, proposalId, "Our intake team supports this. Arrivals with a friend settle sooner.");
  await vote(members, proposalId, { cit: "consent", officer: "abstain", sheriff: "consent", clinician: "consent", advocate: "consent", peer: "consent", dispatch: "consent", researcher: "consent" });
  await letDaysPass(database(), { proposalId }, 41);
}

export async function openForVote(members: Members, documentId: string): Promise<void> {
  const { advocate, officer, coordinator, cit, dispatch } = members;
  const proposalId = await propose(advocate, documentId, askFamily, {
    clauseId: "family000001",
    title: "Ask those who know the person",
    why: "Officers may ask today, and often do not. Families know what calms and what frightens. Asking costs a minute.",
    affected: "Officers at the scene, families, peer supporters and the person in crisis.",
    trainingImpact: "Half an hour of the family panel in the 40-hour week.",
  });
  await say(officer, proposalId, "What if the person does not want the family to be asked?");
  await say(advocate, proposalId, "Then that is respected, and written down. It is in the text now.");
  const words = "Officers shall ask family members, or a peer supporter if one is there, what has helped before, when there is time. If the person objects, officers respect that.";
  const { amendmentId } = done(await offerAmendment(officer, { proposalId, clauseId: "family000001", words, why: "One officer alone at a door cannot ask and write at once." }));
  done(await answerAmendment(advocate, { amendmentId, verdict: "refuse", answer: "“When there is time” is what the text says today, and nobody asks. Writing down takes one line." }));
  const { roundId } = done(await openRound(coordinator, { proposalId }));
  done(await castVote(cit, { roundId, requestId: randomUUID(), choice: "consent", reason: "We train this already." }));
  done(await castVote(dispatch, { roundId, requestId: randomUUID(), choice: "consent", reason: "" }));
}

export async function inDrafting(members: Members, documentId: string): Promise<string> {
  const proposalId = await propose(members.dispatch, documentId, dispatchSooner, {
    clauseId: "sendofficer1",
    title: "Five minutes, then the mobile team",
    why: "Ten minutes is long when someone stands on a bridge. The mobile crisis team can be under way sooner.",
    affected: "Call-takers, supervisors, the mobile crisis team.",
    evidence: "Our own log: a CIT officer was reached within five minutes, or not within ten.",
  });
  await say(members.clinician, proposalId, "The mobile team has two people at night. Should we say “when it is on duty”?");
  return proposalId;
}

export async function draftProcedure(members: Members): Promise<void> {
  const { dispatch, chief, sheriff, advocate, clinician } = members;
  const documentId = done(
    await createDocument(dispatch, { kind: "procedure", number: "CIT-110", title: "Taking a call about a person in crisis", topic: "Dispatch", visibility: "program", agencyIds: [chief.organizationId, sheriff.organizationId] }),
  ).id;
  const draftId = await write(dispatch, { documentId }, callTaking);
  done(await nameVersion(dispatch, { draftId, name: "For the October meeting" }));
  await suggest(advocate, { documentId }, { words: "such a crisis before and what helped", instead: "been in crisis before, what helped, and what made it worse" }, "Families know what made it worse last time. Nobody asks them.");
  await suggest(advocate, { documentId }, { words: ", not guessed", instead: " and by whom" });
  await suggest(clinician, { documentId }, { words: " when nobody is in immediate danger", instead: "" });
  const place = { draftId, clauseId: "calltaking01", quote: "whether anyone is hurt" };
  const { threadId } = done(await beginThread(clinician, { ...place, body: "Should we ask about weapons here too?" }));
  done(await writeInThread(dispatch, { threadId, body: "It stands under “What officers are told”. We ask it then." }));
  done(await resolveThread(clinician, { threadId }));
  done(await beginThread(advocate, { draftId, clauseId: "calltaking03", quote: "in the caller's words", body: "@Sam Whitaker, are the caller's own words kept in the log, or a summary?" }));
}

/** Carried; the police is in the middle of its stages, the sheriff's office has a change open for comment. */
export async function inStages(members: Members, documentId: string): Promise<void> {
  const { cit, sheriff, officer, clinician } = members;
  const proposalId = await propose(cit, documentId, talkAfterwards, {
    clauseId: "supervisors1",
    title: "Talk about every use of force",
    why: "After force in a crisis call, the talk with the supervisor is what changes the next call. Today it may wait a month.",
    affected: "Supervisors, and every officer who used force in a crisis call.",
    trainingImpact: "An hour for supervisors.",
  });
  await say(officer, proposalId, "It must stay a talk and not become a second investigation.");
  await vote(members, proposalId, { cit: "consent", officer: "consent", sheriff: "consent", clinician: "consent", advocate: "consent", peer: "consent", dispatch: "abstain", researcher: "consent" });
  await signOff(cit, await decisionOf(proposalId, members.chief), "Legal review");
  await changeOneClause(sheriff, await decisionOf(proposalId, sheriff), {
    clauseId: "supervisors1",
    words: supervisorsInCounty,
    reason: "With one supervisor for the county, the next day is not always possible.",
    reasons: "We want the talk. We need three days for it.",
  });
  done(await commentOnChanges(clinician, { decisionId: await decisionOf(proposalId, sheriff), body: "Three days is still soon enough to remember. Thank you for keeping the rest." }));
  await letDaysPass(database(), { proposalId }, 6);
}
