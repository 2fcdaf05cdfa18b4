import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { findingFields } from "~/domain/evaluation/finding";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";

const { question: _asked, ...written } = findingFields;

/** Writes what a finding says. The question stays that of the plan. */
export const writeFinding = command("finding.write", {
  input: z.strictObject({ findingId: z.string(), version: z.coerce.number().int(), ...written }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { findingId: _id, version, ...fields }) => {
    const moved = moveFinding(finding.state, "write");
    if (!moved.ok) return moved;
    if (version !== finding.contentVersion) return refused(cameSecond);
    return allowed({ to: moved.value, content: { ...fields, question: finding.content.question } });
  },
  save: async (db, { to, content }, _moment, { finding }) => ((await saveFinding(db, finding, to, { content })) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: (_change, { findingId }, { finding }) => ({ subject: "finding", subjectId: findingId, detail: { contentVersion: finding.contentVersion + 1 } }),
});
