import { canonicalJson } from "~/domain/records/canonical";
import { bundleIndex, type BundleFile, type RecordsProof } from "~/domain/records/bundle";
import { redline } from "../../redline";
import type { DocumentNode } from "../../schema/document-node";
import { pdfOf } from "../pdf/pdf-of.server";
import { bundlePage, factsHtml, heading, paragraphHtml, redlineHtml, tableHtml } from "./bundle-html";
import { redlineText } from "./redline-text";

type Stage = { name: string; state: string; doneAt: string | null; skippedReason: string; signatures: readonly { attempt: number; organization: string; signedAt: string; signedHash: string; note: string }[] };

/** Everything that a bundle tells; every moment is ISO 8601 in UTC. */
export type BundleFacts = {
  program: string;
  document: { number: string; title: string };
  proposal: { number: number; title: string; stage: string; why: string; affected: string; evidence: string; cost: string; trainingImpact: string; author: string; openedAt: string } | null;
  edition: { number: number; hash: string; createdAt: string } | null;
  text: { content: DocumentNode; hash: string; at: string };
  before: { edition: number; content: DocumentNode; hash: string } | null;
  rounds: readonly unknown[];
  commentRounds: readonly { number: number; comments: readonly unknown[] }[];
  decisions: readonly { agency: string; outcome: string; reasons: string; decidedAt: string | null; effectiveFrom: string | null; stages: readonly Stage[]; changes: readonly unknown[] }[];
  proof: RecordsProof;
};

/** The files of a bundle in their fixed order: equal facts give equal bytes. */
export async function bundleFiles(facts: BundleFacts): Promise<{ title: string; files: BundleFile[] }> {
  const { document, proposal, edition, text, before, proof } = facts;
  const title = `${document.number} ${document.title}: ${proposal ? `proposal ${proposal.number}, ${proposal.title}` : `edition ${edition?.number ?? ""}`}`;
  const changes = before && redline(before.content, text.content);
  const json = (name: string, about: string, value: unknown): BundleFile => ({ name, about, content: `${canonicalJson(value)}\n` });
  const files: BundleFile[] = [
    ...(changes ? [{ name: "redline.html", about: "What changes, marked and as a list", content: bundlePage({ title: `What changes: ${title}`, lead: `From edition ${before.edition} to the text with SHA-256 ${text.hash}`, body: redlineHtml(changes) }) }] : []),
    ...(changes ? [{ name: "redline.pdf", about: "What changes, as a tagged PDF", content: await pdfOf(redlinePdf(facts, redlineText(changes))) }] : []),
    // Without a line end: its SHA-256 is the one that was voted on and adopted.
    { name: "text.json", about: "The text itself, in the canonical form that its hash is of", content: canonicalJson(text.content) },
    ...(before ? [{ name: "text-before.json", about: `The text of edition ${before.edition}, which it changes`, content: canonicalJson(before.content) }] : []),
    ...(proposal ? [json("proposal.json", "Who proposed it and why", proposal)] : []),
    json("votes.json", "Each round: rules, roll by group, count, and reasons by group without names", facts.rounds),
    json("comments.json", "Public comments with what became of each", facts.commentRounds),
    json("decisions.json", "What the head of each agency answered, with reasons, the stages before it, and what an agency changed", facts.decisions),
    json("records.json", "The audit records of all this, each with the proof that it is in the chain", { format: "concord-bundle-records-1", ...proof }),
  ];
  return { title, files: [{ name: "index.html", about: "What is in this bundle, to be read", content: indexHtml(facts, title, files) }, ...files] };
}

function redlinePdf({ program, document, proposal, edition, text }: BundleFacts, content: DocumentNode) {
  const standing = proposal ? `Redline of proposal ${proposal.number}` : `Redline of edition ${edition?.number ?? ""}`;
  return {
    number: document.number,
    title: proposal?.title ?? document.title,
    program,
    standing,
    facts: [
      { term: "Policy", fact: `${document.number} ${document.title}` },
      { term: "What this is", fact: "Only what changes. Words that come stand as [added: ...], words that go as [removed: ...]." },
      { term: "SHA-256 of the text", fact: text.hash },
    ],
    approvals: [],
    foot: `${document.number}. ${standing}.`,
    hash: text.hash,
    at: text.at,
    language: "en-US",
    content,
  };
}

function indexHtml({ program, proposal, edition, text, commentRounds, decisions, proof }: BundleFacts, title: string, files: readonly BundleFile[]): string {
  const comments = commentRounds.reduce((sum, round) => sum + round.comments.length, 0);
  const body = [
    factsHtml([
      { term: "Program", fact: program },
      { term: "Proposed by", fact: proposal?.author ?? "" },
      { term: "Why", fact: proposal?.why ?? "" },
      { term: "Who is affected", fact: proposal?.affected ?? "" },
      { term: "Edition", fact: edition ? `${edition.number}, made ${edition.createdAt}` : "None came of it so far" },
      { term: "SHA-256 of the text", fact: text.hash },
      { term: "Public comments", fact: comments === 0 ? "None" : String(comments) },
      { term: "Audit records", fact: `${proof.records.length}, proved against a tree of ${proof.size} records with the root ${proof.root}` },
      { term: "Signed head", fact: proof.head ? `Of ${proof.head.at}, over ${proof.head.sequence} records` : "None yet covers all of these records; the next one will" },
    ]),
    heading("What each agency answered", "answers"),
    decisions.length === 0 ? paragraphHtml("No agency was asked.") : tableHtml("Answers of agencies", ["Agency", "Answer", "Reasons", "When", "In force from"], decisions.map(({ agency, outcome, reasons, decidedAt, effectiveFrom }) => [agency, outcome, reasons, decidedAt ?? "", effectiveFrom ?? ""])),
    ...stagesHtml(decisions),
    heading("What is in this bundle", "files"),
    tableHtml("Files, with the SHA-256 of each", ["File", "What it holds", "SHA-256"], bundleIndex(title, files, []).files.map(({ name, about, sha256 }) => [name, about, sha256])),
    heading("How to check it", "check"),
    paragraphHtml("With the source code of Concord and Node.js, and nothing else: npm run verify -- bundle.zip. It names the first file or record that was touched. Add --heads with a text that holds the signed heads which you kept, or --key with the public key, to know that the bundle was made by this server."),
  ];
  return bundlePage({ title, lead: "A bundle for a court, a council or a monitor, which needs no connection to the program that made it.", body: body.join("\n") });
}

/** The stages of every agency that had some: who signed which text, or why a stage was skipped. */
function stagesHtml(decisions: BundleFacts["decisions"]): string[] {
  const rows = decisions.flatMap(({ agency, stages }) =>
    stages.flatMap(({ name, state, skippedReason, signatures }) =>
      signatures.length === 0 ? [[agency, name, state, "", "", skippedReason]] : signatures.map(({ attempt, organization, signedAt, signedHash, note }) => [agency, attempt > 1 ? `${name}, begun again` : name, state, `${organization}, ${signedAt}`, signedHash, note]),
    ),
  );
  return rows.length === 0 ? [] : [heading("Stages before the answers", "stages"), tableHtml("Stages, with the SHA-256 of the text that was signed", ["Agency", "Stage", "State", "Signed", "SHA-256", "Note"], rows)];
}
