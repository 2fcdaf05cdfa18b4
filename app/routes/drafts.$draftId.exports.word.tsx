import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordFileType } from "~/editor/export/word/word-file";
import { wordOf } from "~/editor/export/word/word-of";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { draftWord } from "~/queries/drafting/draft-word.server";
import { exportedDraft } from "~/ui/exported-text";

/** A working text for Word, with its suggestions as tracked changes and its open threads as comments. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { discussed, ...draft } = found(await draftWord(await personOf(request), { draftId: params.draftId ?? "" }));
  const text = exportedDraft(draft);
  return exportFile({ content: await wordOf(text, discussed), type: wordFileType, name: `${text.number} ${text.title.slice(0, 60)} ${text.standing}.docx` });
}
