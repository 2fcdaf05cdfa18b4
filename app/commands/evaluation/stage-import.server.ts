import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { may, type Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { agreementFault, columnsOutside } from "~/domain/evaluation/agreement";
import { personInWords } from "~/domain/evaluation/person-guard";
import { dayOf } from "~/domain/voting/deadline";
import { Refused } from "~/editor/import/unpack";
import { agreementById, insertImport } from "~/store/data.server";
import { programZone } from "~/store/documents.server";
import { isPerson } from "~/store/voting.server";
import { readTable, type ReadTable } from "./read-table.server";

export type TableFile = { name: string; bytes: Uint8Array };

const agreementId = z.string().min(1, "Choose the agreement under which the totals come in.");

function stage(table: ReadTable, staged: Uint8Array, file: TableFile) {
  return command("data.import", {
    input: z.strictObject({ agreementId }),
    load: async (db, input, actor) => {
      if (!isPerson(actor)) return null;
      const { programId } = actor;
      const agreement = await agreementById(db, input.agreementId);
      return { thing: { programId }, programId, agreement: agreement?.programId === programId ? agreement : null, timeZone: await programZone(db, programId) };
    },
    rule: ({ agreement, timeZone }, _input, { now }) => {
      if (!agreement) return refused("Choose an agreement of this program.", 422, "agreementId");
      const ended = agreementFault(agreement, dayOf(now, timeZone));
      if (ended) return refused(ended, 422, "agreementId");
      if (table.persons.length > 0) return refused(personInWords(table.persons), 422, "file");
      const outside = columnsOutside(table.header, agreement.fields);
      return outside.length === 0 ? allowed(agreement) : refused(`The agreement “${agreement.title}” does not name ${outside.map((column) => `“${column}”`).join(", ")}. Take ${outside.length === 1 ? "this column" : "these columns"} out of the file; nothing of it was kept.`, 422, "file");
    },
    save: async (db, agreement, { actor, now }, { programId }) => {
      if (!isPerson(actor)) return refused("Sign in to do this.", 401);
      const fileHash = createHash("sha256").update(file.bytes).digest("hex");
      const importId = await insertImport(db, { programId, agreementId: agreement.id, fileName: file.name.slice(0, 200), fileHash, header: table.header, sample: table.sample, staged, rowsTotal: table.rows, importedById: actor.personId, stagedAt: now });
      return allowed({ importId, fileHash });
    },
    record: ({ id }, { importId, fileHash }) => ({ subject: "import", subjectId: importId, detail: { agreementId: id, fileHash, rows: table.rows } }),
  });
}

/** Reads a file of totals. One that looks like persons or incidents, or has columns that no agreement names, is refused and nothing of it is kept. */
export async function stageImport(actor: Actor, raw: unknown, file: TableFile | null): Promise<Outcome<{ importId: string }>> {
  const permission = may(actor, "data.import", { programId: isPerson(actor) ? actor.programId : null });
  if (!permission.ok) return permission;
  if (!file || file.bytes.length === 0) return refused("Choose a CSV or Excel file.", 422, "file");
  try {
    const table = await readTable(file.bytes);
    return await stage(table, await promisify(gzip)(table.text), file)(actor, raw);
  } catch (fault) {
    if (fault instanceof Refused || (fault instanceof Error && fault.constructor === Error && /\.$/.test(fault.message))) return refused(fault.message, 422, "file");
    throw fault;
  }
}
