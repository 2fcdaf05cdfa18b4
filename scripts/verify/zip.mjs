import { crc32, inflateRawSync } from "node:zlib";

const largest = 256 * 1024 * 1024;

/** The files of a zip in the order of its directory. Throws in a sentence what is wrong with it: a reader that forgives would pass what was put in. */
export function filesOf(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end === -1 || end + 22 > bytes.length) throw new Error("it is not a zip file, or its end was cut off.");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let expected = 0;
  const files = [];
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("its directory was touched.");
    const [method, size, length, nameLength, extra, comment, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (files.some((file) => file.name === name)) throw new Error(`${name} is in it twice.`);
    if (offset !== expected || bytes.readUInt32LE(offset) !== 0x04034b50) throw new Error(`something was put in before ${name}.`);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (bytes.toString("utf8", offset + 30, offset + 30 + nameLength) !== name) throw new Error(`${name} has another name in its own header.`);
    files.push({ name, content: unpacked(name, method, bytes.subarray(start, start + size), length, bytes.readUInt32LE(at + 16)) });
    expected = start + size;
    at += 46 + nameLength + extra + comment;
  }
  if (expected !== bytes.readUInt32LE(end + 16) || at !== end || end + 22 !== bytes.length) throw new Error("something was put in between its files and its end.");
  return files;
}

function unpacked(name, method, packed, length, crc) {
  if (length > largest) throw new Error(`${name} is too large.`);
  try {
    const content = method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: largest });
    if (content.length === length && crc32(content) === crc) return content;
  } catch {
    // Said below.
  }
  throw new Error(`${name} was touched: it cannot be unpacked as it was packed.`);
}
