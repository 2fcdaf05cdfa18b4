import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { can } from "~/domain/access/may";
import { dayOf, daysLater, instantOf } from "~/domain/voting/deadline";
import { questionKinds, type BallotOption, type BallotTerms } from "~/domain/voting/kinds";
import { questionRuling } from "~/domain/voting/question";
import { secrecyOf } from "~/domain/voting/secrecy";
import { databaseTime } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { askingFacts, createQuestion, electorate, movingProposals } from "~/store/rounds.server";
import { isPerson, thingOfProposal } from "~/store/voting.server";
import { ballotWishes, namesOfGroups, seatsOfRoll, wishedOf } from "~/domain/voting/ballot-wishes";

const number = (words: string) => z.string().trim().regex(/^\d{1,3}$/, words).transform(Number);

/** Asks the members a question of its own: what, of whom, until when. It decides nothing by itself. */
export const openBallot = command("ballot.open", {
  input: z.strictObject({
    kind: z.enum(questionKinds, { error: "Choose what kind of answer you want." }),
    question: z.string().trim().min(1, "Write the question.").max(500, "Keep the question below 500 characters."),
    explanation: z.string().trim().max(5000, "Keep the explanation below 5,000 characters.").default(""),
    options: z.string().max(10_000, "Keep the options below 10,000 characters.").default(""),
    times: z.array(z.string().trim()).max(40).default([]),
    proposalIds: z.array(z.string().min(1)).max(20).default([]),
    mostChoices: number("Say how many options a member may choose.").default(1),
    highestScore: number("The highest score is a whole number from 1 to 100.").default(5),
    groupIds: z.array(z.string().min(1)).max(100).default([]),
    closesAt: z.string().trim().default(""),
    secret: z.enum(["", "yes"]).default(""),
    ...ballotWishes,
  }),
  load: async (db, { proposalIds, groupIds }, actor) => {
    if (!isPerson(actor)) return null;
    const { programId } = actor;
    const facts = await askingFacts(db, programId);
    if (!facts) return null;
    const today = dayOf(await databaseTime(db), facts.timeZone);
    const proposals = (await movingProposals(db, programId, proposalIds)).filter((proposal) => can(actor, "proposal.read", thingOfProposal(proposal)));
    const known = groupIds.every((id) => facts.groups.some((group) => group.id === id));
    return { thing: { programId }, programId, facts, proposals, known, roll: await electorate(db, programId, today, groupIds) };
  },
  rule: ({ facts, proposals, known, roll }, input, { now }) => {
    if (!known) return refused("One of these groups does not exist any more. Load the page again.", 422, "groupIds");
    if (proposals.length !== new Set(input.proposalIds).size) return refused("One of these proposals is no longer open. Load the page again.", 422, "proposalIds");
    const options = optionsOf(input, proposals, facts.timeZone);
    if (!options.ok) return options;
    const closing = input.closesAt === "" ? allowed(daysLater(now, facts.charter.rules.votingDays, facts.timeZone)) : instantOf(input.closesAt, facts.timeZone, "closesAt");
    if (!closing.ok) return closing;
    const { kind, mostChoices, highestScore } = input;
    const terms: BallotTerms = { kind, options: options.value, mostChoices, highestScore };
    const ruling = questionRuling({ kind, mostChoices, highestScore, options: options.value, votersOnRoll: roll.filter(({ personId }) => personId).length, now, closesAt: closing.value });
    if (!ruling.ok) return ruling;
    const secret = input.secret === "yes";
    const secrecy = secret && secrecyOf(kind, facts.charter.rules, seatsOfRoll(roll), namesOfGroups(roll)).refused;
    if (secrecy) return refused(secrecy, 422, "secret");
    const wished = wishedOf(input, secret);
    return allowed({ terms, secret, closesAt: closing.value, question: input.question, explanation: input.explanation, askedGroups: input.groupIds, reasons: wished.reasons ?? "optional", results: wished.results ?? "after-voting" });
  },
  save: async (db, change, { actor, now }, { programId, facts, proposals, roll }) => {
    if (!isPerson(actor)) return missingPerson;
    const { id: ballotId } = await createQuestion(db, { ...change, programId, charterId: facts.charter.id, openedById: actor.personId, openedAt: now, roll, proposalIds: proposals.map(({ id }) => id) });
    await tell(db, {
      programId,
      personIds: roll.flatMap(({ personId }) => (personId ? [personId] : [])),
      body: `Your seat is asked: ${change.question}`,
      path: `/ballots/${ballotId}#ballot`,
      cause: `ballot.open:${ballotId}`,
    });
    return allowed({ ballotId });
  },
  record: ({ question, terms, secret, closesAt }, { ballotId }, { roll, facts }) => ({
    subject: "ballot",
    subjectId: ballotId,
    detail: { question, kind: terms.kind, options: terms.options.map(({ label }) => label), ...(secret ? { secret } : {}), closesAt: closesAt.toISOString(), charter: facts.charter.version, seats: roll.length },
  }),
});

const missingPerson = refused("Only a person asks a question.", 403);

type Asked = { kind: (typeof questionKinds)[number]; options: string; times: string[] };

function optionsOf({ kind, options, times }: Asked, proposals: readonly { id: string; number: number; title: string }[], timeZone: string): Ruling<BallotOption[]> {
  if (kind === "sense") return allowed([]);
  if (kind === "time") return timesOf(times.filter((time) => time !== ""), timeZone);
  const written = options
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const long = written.find((line) => line.length > 300);
  if (long) return refused("Keep each option below 300 characters.", 422, "options");
  const named = [...proposals.map(({ id, number, title }) => ({ label: `Proposal ${number}: ${title}`, proposalId: id })), ...written.map((label) => ({ label }))];
  return allowed(named.map((option, at) => ({ id: `o${at + 1}`, ...option })));
}

function timesOf(times: readonly string[], timeZone: string): Ruling<BallotOption[]> {
  const options: BallotOption[] = [];
  for (const [at, time] of times.entries()) {
    const instant = instantOf(time, timeZone, "times");
    if (!instant.ok) return instant;
    options.push({ id: `o${at + 1}`, label: inWords(instant.value, timeZone), at: instant.value.toISOString() });
  }
  return allowed(options.sort((one, other) => (one.at ?? "").localeCompare(other.at ?? "")));
}

function inWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" }).format(at);
}
