import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { defaultRules } from "~/domain/voting/charter";
import { countAgreement } from "~/domain/voting/agreement";
import { count } from "~/domain/voting/count";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { When } from "./dates";
import { DocumentText } from "./document-text";
import { Choices, Field } from "./field";
import { Redline } from "./redline-view";
import { PublicShell, Shell } from "./shell";
import { TallyView } from "./tally";
import { Thread } from "./thread";

const page = renderToStaticMarkup;
const words = (markup: string) => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("The text of a document", () => {
  test("gives each clause an address, a number and a heading of its depth", () => {
    const markup = page(<DocumentText content={policy("shall")} />);
    expect(markup).toContain('<section id="clause-c1"');
    expect(markup).toMatch(/<h3[^>]*><a class="clause-number" href="#clause-c2">.*1\.1<\/a>Transport<\/h3>/);
  });

  test("never draws a link that could run a script", () => {
    const markup = page(<DocumentText content={policy("shall", [{ type: "link", attrs: { href: "javascript:alert(1)" } }])} />);
    expect(markup).not.toContain("javascript:");
    expect(markup).toContain("Officers shall call.");
  });

  test("opens what is alive on a clause without a script", () => {
    const markup = page(<DocumentText content={policy("shall")} railFor={(id) => (id === "c2" ? <p>3 comments</p> : null)} />);
    expect(markup).toContain('popovertarget="rail-c2"');
    expect(markup).not.toContain("rail-c1");
  });
});

test("A redline says in words what came and what went", () => {
  const markup = words(page(<Redline changes={redline(policy("shall"), policy("may"))} />));
  expect(markup).toContain("deleted: shall end of deletion");
  expect(markup).toContain("inserted: may end of insertion");
});

test("A stopped thread says why and whose turn it is", () => {
  const markup = words(page(<Thread current="decided" stopped={{ station: "decided", why: "No decision yet.", whoseTurn: "It is the chief's turn." }} />));
  expect(markup).toContain("Voted : done");
  expect(markup).toContain("Decided : stopped here");
  expect(markup).toContain("No decision yet. It is the chief&#x27;s turn.");
});

test("A tally says what is missing above the bars and repeats its numbers in a table", () => {
  const rules = defaultRules(["advocacy"]);
  const roll = ["a", "b", "c", "d"].map((seatId) => ({ seatId, groupId: "advocacy", organizationId: seatId, filled: true }));
  const tally = count({ rules, groups: [{ id: "advocacy", name: "Advocacy" }], roll, votes: [{ seatId: "a", choice: "consent" }] });
  const markup = page(<TallyView tally={tally} faces={{}} />);
  expect(markup.indexOf("Needs 1 more advocacy vote for quorum")).toBeLessThan(markup.indexOf("<svg class=\"tally-bar"));
  expect(markup).toContain("<caption>Votes by group</caption>");
});

test("A tally with a capped organization shows the votes as cast and as counted", () => {
  const roll = Array.from({ length: 9 }, (_, at) => ({ seatId: `s${at}`, groupId: "police", organizationId: "one", filled: true })).concat({ seatId: "t", groupId: "police", organizationId: "other", filled: true });
  const votes = roll.map(({ seatId }, at) => ({ seatId, choice: at < 4 ? ("consent" as const) : ("object" as const) }));
  const markup = page(<TallyView tally={count({ rules: { ...defaultRules(["police"]), organizationCap: 3 }, groups: [{ id: "police", name: "Police" }], roll, votes })} faces={{}} />);
  expect(markup).toContain("Consent 4, object 6, abstain 0. Counted as 1.33, 2.67, 0 by the cap on organizations.");
  expect(markup).toContain("Consent, as counted");
});

test("A tally of agreement is told in the words of the ballot", () => {
  const roll = ["a", "b", "c"].map((seatId) => ({ seatId, groupId: "advocacy", organizationId: seatId, filled: true }));
  const tally = countAgreement({ rules: defaultRules(["advocacy"]), groups: [{ id: "advocacy", name: "Advocacy" }], roll, votes: [{ seatId: "a", choice: "agree" }, { seatId: "b", choice: "disagree" }, { seatId: "c", choice: "block" }] });
  const markup = page(<TallyView tally={tally} faces={{}} />);
  expect(markup).toContain("33.33 % agree");
  expect(markup).toContain("Agree 1, disagree or block 2, abstain 0.");
  expect(markup).toContain("Advocacy stands at 33.33 % agreement and needs 50 %");
  expect(markup).not.toMatch(/consent|object/i);
});

test("A refused field points to its hint and its error", () => {
  const markup = page(<Field label="E-mail" name="email" hint="Your work address" error="Please give an address." required />);
  expect(markup).toContain('aria-invalid="true"');
  expect(markup).toContain('aria-describedby="email-hint email-error"');
});

test("A choice comes back chosen", () => {
  const choices = [{ value: "consent", label: "Consent" }, { value: "object", label: "Object" }];
  expect(page(<Choices label="Your vote" name="choice" choices={choices} defaultValue="object" />)).toMatch(/value="object"[^>]*checked|checked=""[^>]*value="object"/);
});

test("Every page behind a sign-in can be left, and every page can be skipped into", () => {
  const signedIn = page(<Shell person={{ name: "Dana Okafor" }} program="Riverton CIT" links={[]} needsYou={0} notices={0} children={null} />);
  expect(signedIn).toContain('<form method="post" action="/sign-out">');
  for (const markup of [signedIn, page(<PublicShell>Text</PublicShell>)]) expect(markup).toContain('href="#main"');
});

test("A moment carries its machine form", () => {
  const markup = page(<When at={new Date("2026-11-23T23:00:00Z")} timeZone="America/Chicago" now="2026-11-20T18:00:00Z" />);
  expect(markup).toContain('dateTime="2026-11-23T23:00:00.000Z"');
  expect(words(markup)).toContain("Nov. 23, 2026, 5:00 p.m. CT (in 3 days)");
});

test("No component writes a style attribute, which the content policy would block", () => {
  const here = new URL("./", import.meta.url);
  const components = readdirSync(here).filter((name) => name.endsWith(".tsx") && !name.includes(".test."));
  for (const name of components) expect(readFileSync(new URL(name, here), "utf8"), name).not.toMatch(/style=[{"]/);
});

function policy(verb: string, marks?: DocumentNode["marks"]): DocumentNode {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: `Officers ${verb} call.`, marks }] };
  return { type: "doc", content: [clause("c1", "Purpose", clause("c2", "Transport", paragraph))] };
}

function clause(id: string, title: string, ...below: DocumentNode[]): DocumentNode {
  return { type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: [{ type: "text", text: title }] }, ...below] };
}
