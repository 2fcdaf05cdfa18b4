/** A paragraph or a list, as plain lines tell it. */
export type PastedBlock = { kind: "paragraph"; text: string } | { kind: "bullets" | "numbers"; entries: string[] };

const bullet = /^\s*[•·▪◦‣○●–—*-]\s+/;
const number = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)])\s+/i;
const wrapped = 45;

/** Reads plain text, also text whose lines were cut to the width of a page, as a PDF gives it: lines of one paragraph are joined, listed lines become lists. */
export function pastedLines(text: string): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  for (const part of text.replace(/\r\n?/g, "\n").replace(/\u00ad\n?/g, "").split(/\n\s*\n/)) {
    const kept = blocks.length;
    let before = "";
    for (const line of part.split("\n").map((each) => each.replace(/\s+/g, " ").trim())) {
      if (!line) continue;
      const open = blocks.length > kept ? blocks.at(-1) : undefined;
      const kind = bullet.test(line) ? "bullets" : number.test(line) ? "numbers" : null;
      if (kind) {
        const entry = line.replace(kind === "bullets" ? bullet : number, "");
        if (open?.kind === kind) (open as { entries: string[] }).entries.push(entry);
        else blocks.push({ kind, entries: [entry] });
      } else if (open && goesOn(before, line)) extend(open, line);
      else blocks.push({ kind: "paragraph", text: line });
      before = line;
    }
  }
  return blocks;
}

function goesOn(before: string, line: string): boolean {
  return /^[a-z,;)]/.test(line) || (before.length >= wrapped && !/[.:;!?”"]$/.test(before));
}

function extend(block: PastedBlock, line: string): void {
  const join = (text: string) => (/[a-z]-$/i.test(text) && /^[a-z]/.test(line) ? text.slice(0, -1) + line : `${text} ${line}`);
  if (block.kind === "paragraph") block.text = join(block.text);
  else block.entries[block.entries.length - 1] = join(block.entries.at(-1) ?? "");
}
