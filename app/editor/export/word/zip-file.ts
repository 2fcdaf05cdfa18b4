import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const packed = promisify(deflateRaw) as (bytes: Buffer) => Promise<Buffer>;

/** A zip file of these parts in this order. Packing runs beside the event loop; equal parts give equal bytes. */
export async function zipFile(parts: readonly { name: string; content: string | Uint8Array }[]): Promise<Buffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const raw = Buffer.from(content as Uint8Array);
    const body = await packed(raw);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(firstDayOfZip, 8);
    fields.writeUInt32LE(crc32(raw), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("504b01021400", "hex"), fields, place, path);
    const file = Buffer.concat([Buffer.from("504b0304", "hex"), fields, path, body]);
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("504b0506", "hex");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

// January 1, 1980: the parts of a file have no time of their own.
const firstDayOfZip = 0x21;
