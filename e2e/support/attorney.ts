import { zipFile } from "../../app/editor/export/word/zip-file";
import { unpack } from "../../app/editor/import/unpack";

type Answer = { replaces: string; by: string; asks: string; about: string };

const signed = 'w:author="City Attorney" w:date="2026-11-20T15:00:00Z"';

/** What the city attorney sends back: the file that was sent out, with one tracked change and one comment, as Word writes them. */
export async function answerOf(sent: Buffer, { replaces, by, asks, about }: Answer): Promise<Buffer> {
  const { xml } = await unpack(sent);
  const changed = rewritten(xml.get("word/document.xml") ?? "", replaces, (run) => `<w:del w:id="901" ${signed}>${run(replaces).replace(/<w:t( [^>]*)?>/, "<w:delText$1>").replace("</w:t>", "</w:delText>")}</w:del><w:ins w:id="902" ${signed}>${run(by)}</w:ins>`);
  const asked = rewritten(changed, about, (run) => `<w:commentRangeStart w:id="903"/>${run(about)}<w:commentRangeEnd w:id="903"/><w:r><w:commentReference w:id="903"/></w:r>`);
  xml.set("word/document.xml", asked);
  const comments = xml.get("word/comments.xml");
  if (!comments) throw new Error("The file that was sent has no comments.");
  xml.set("word/comments.xml", comments.replace("</w:comments>", `<w:comment w:id="903" ${signed} w:initials="CA"><w:p><w:r><w:t>${asks}</w:t></w:r></w:p></w:comment></w:comments>`));
  return zipFile([...xml].map(([name, content]) => ({ name, content })));
}

/** The text with the run that holds these words cut in three, and the middle of it written anew. */
function rewritten(document: string, words: string, middle: (run: (text: string) => string) => string): string {
  const holding = new RegExp(`<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)${words}([^<]*)</w:t></w:r>`);
  if (!holding.test(document)) throw new Error(`The file that was sent has no run with “${words}”.`);
  return document.replace(holding, (_all, look: string | undefined, before: string, after: string) => {
    const run = (text: string) => (text ? `<w:r>${look ?? ""}<w:t xml:space="preserve">${text}</w:t></w:r>` : "");
    return run(before) + middle(run) + run(after);
  });
}
