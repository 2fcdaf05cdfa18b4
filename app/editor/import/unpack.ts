import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";

/** What a Word file may measure at most. */
export const largestFile = { bytes: 20_000_000, unpacked: 100_000_000, entries: 2000, ratio: 200, xml: 8_000_000, relations: 2_000_000 };

/** The part that makes a file what it is, and its name for people. */
const word: Kind = { main: "word/document.xml", name: "Word" };
/** `long` are parts that nobody makes a tree of, so they may be as long as the whole file. */
type Kind = { main: string; name: string; long?: RegExp };

/** A file that cannot be taken, with the reason for people. */
export class Refused extends Error {}

/** The XML parts of a file by name, and the names of all parts. */
export type Unpacked = { xml: Map<string, string>; names: string[] };

// Small files of one repeated sentence pack very well and harm nobody.
const ratioCountsFrom = 1_000_000;

/**
 * Unpacks the XML parts of a Word file, or of another that is named, from its bytes. Sizes are counted while unpacking, because the
 * file's own directory can lie. Throws Refused for what is not a Word file, is locked, or is too large.
 */
export async function unpack(bytes: Uint8Array, { main, name, long }: Kind = word): Promise<Unpacked> {
  if (bytes.length === 0) throw new Refused("The file is empty.");
  if (bytes.length > largestFile.bytes) throw new Refused("The file is larger than 20 MB.");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) throw new Refused(oldFile(buffer, name));
  if (!buffer.subarray(0, 4).equals(Buffer.from("504b0304", "hex")))
    throw new Refused(`This is not ${article(name)} ${name} file: it does not begin like one.`);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false }).catch(() => {
    throw new Refused("The file is damaged and cannot be unpacked.");
  });
  if (zip.entryCount > largestFile.entries) throw new Refused("The file has more than 2,000 parts inside.");
  const entries = await entriesOf(zip);
  if (!entries.some(({ fileName }) => fileName === main))
    throw new Refused(`This is not ${article(name)} ${name} file: it has no main part inside.`);
  const promised = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (promised > largestFile.unpacked) throw new Refused(tooLarge);
  const packed = (entry: Entry) => entry.compressedSize * largestFile.ratio;
  if (entries.some((entry) => entry.uncompressedSize > Math.max(ratioCountsFrom, packed(entry)))) throw new Refused(packedTooWell);
  const xml = new Map<string, string>();
  let unpacked = 0;
  for (const entry of entries.filter(({ fileName }) => /\.(xml|rels)$/i.test(fileName))) {
    const part = await read(zip, entry, { left: largestFile.unpacked - unpacked, longest: long?.test(entry.fileName) ? largestFile.unpacked : largestFile.xml });
    unpacked += part.length;
    xml.set(entry.fileName, xmlText(part));
  }
  const relations = [...xml].reduce((sum, [name, text]) => sum + (name.endsWith(".rels") ? text.length : 0), 0);
  if (relations > largestFile.relations) throw new Refused("The file has too many relations between its parts.");
  return { xml, names: entries.map(({ fileName }) => fileName) };
}

const tooLarge = "The file unpacks to more than 100 MB.";
const packedTooWell = "The file unpacks to more than 200 times its size.";

function article(name: string): string {
  return /^[AEIOU]/.test(name) ? "an" : "a";
}

function oldFile(buffer: Buffer, name: string): string {
  return buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? "The file is protected by a password; save a copy without one."
    : name === word.name
      ? "This is an old Word file (.doc); save it as .docx and try again."
      : `This is an old ${name} file; save it as .xlsx and try again.`;
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("error", () => reject(new Refused("The file is damaged and cannot be unpacked.")));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      if (entry.isEncrypted()) return reject(new Refused("The file is protected by a password; save a copy without one."));
      if (entries.length >= largestFile.entries) return reject(new Refused("The file has more than 2,000 parts inside."));
      if (entries.some(({ fileName }) => fileName === entry.fileName))
        return reject(new Refused("The file is damaged: it has one part twice."));
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function read(zip: ZipFile, entry: Entry, { left, longest }: { left: number; longest: number }): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch(() => {
    throw new Refused("The file is damaged and cannot be unpacked.");
  });
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      size += (piece as Buffer).length;
      if (size > left) throw new Refused(tooLarge);
      if (size > ratioCountsFrom && size > entry.compressedSize * largestFile.ratio)
        throw new Refused(packedTooWell);
      if (size > longest) throw new Refused("The file has a part of more than 8 MB of text.");
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("The file is damaged and cannot be unpacked.");
  }
  return Buffer.concat(pieces);
}

function xmlText(part: Buffer): string {
  const [first, second] = part;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw new Refused("The file is damaged: a part of it is not text.");
  }
  // A declared encoding could make a parser read other characters than the ones searched here.
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || text.includes("\u0000")) throw new Refused("The file defines its own entities, which such files never do.");
  return text;
}
