import { createHash } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { bundleIndex, bundleWords } from "~/domain/records/bundle";
import { canonicalJson } from "~/domain/records/canonical";
import { bundleFiles } from "~/editor/export/bundle/bundle-files.server";
import { PdfUnavailable } from "~/editor/export/pdf/pdf-thread.server";
import { zipFile } from "~/editor/export/word/zip-file";
import { signed } from "~/store/signing-key.server";
import { loadBundle } from "./load-bundle.server";

const take = command("bundle.take", {
  input: z.union([z.strictObject({ proposalId: z.string().min(1) }), z.strictObject({ documentId: z.string().min(1), edition: z.coerce.number().int().positive() })]),
  load: loadBundle,
  rule: ({ facts }) => (facts.text.content ? allowed(facts) : refused("There is no text to put into a bundle yet.")),
  save: async (_db, facts) => allowed(facts),
  record: (_change, { document, proposal, edition }) => ({ subject: "bundle", subjectId: "", detail: { document: document.number, proposal: proposal?.number ?? null, edition: edition?.number ?? null } }),
});

/** One zip for a court, a council or a monitor. `npm run verify` checks it with nothing but Node; the same matter gives the same bytes. */
export async function takeBundle(actor: Actor, raw: unknown): Promise<Outcome<{ bytes: Uint8Array; name: string } | { unavailable: string }>> {
  const outcome = await take(actor, raw);
  if (!outcome.ok) return outcome;
  const { document, proposal, edition, proof } = outcome.value;
  try {
    const { title, files } = await bundleFiles(outcome.value);
    const index = `${canonicalJson(bundleIndex(title, files, proof.records))}\n`;
    const signature = { signs: "index.json", sha256: createHash("sha256").update(index).digest("hex"), ...signed(bundleWords(index)) };
    const bytes = await zipFile([...files, { name: "index.json", content: index }, { name: "signature.json", content: `${canonicalJson(signature)}\n` }]);
    return allowed({ bytes, name: `${document.number} ${proposal ? `proposal ${proposal.number}` : `edition ${edition?.number ?? ""}`} bundle.zip` });
  } catch (fault) {
    if (fault instanceof PdfUnavailable) return allowed({ unavailable: fault.message });
    throw fault;
  }
}
