import { unstable_parseMultipartFormData } from "@remix-run/node";
import { refused, type Refusal } from "~/domain/access/ruling";

export type UploadedFile = { name: string; bytes: Uint8Array };
export type Upload = { values: Record<string, string | string[]>; file: UploadedFile | null; refusal: Refusal | null };

type Limits = { field: string; lists: readonly string[]; largest: number };

/** No form is read further than this, whatever its parts are. */
export const largestUpload = 100 * 1_048_576;
const largestValue = 100_000;

/**
 * The fields and the one file of a form. A file that is too large is read to its end and thrown away,
 * so that the browser gets to see the answer; what was typed is kept.
 */
export async function uploadOf(request: Request, { field, lists, largest }: Limits): Promise<Upload> {
  const upload: Upload = { values: Object.fromEntries(lists.map((list) => [list, []])), file: null, refusal: null };
  const tooLarge = () => refused(`The file is larger than ${Math.floor(largest / 1_000_000)} MB. Send a smaller one.`, 413, field);
  try {
    await unstable_parseMultipartFormData(bounded(request), async (part) => {
      const isFile = part.filename !== undefined;
      const read = await bytesOf(part.data, isFile ? largest : largestValue);
      if (isFile && part.name === field && !upload.file) {
        if (read === null) upload.refusal = tooLarge();
        else if (part.filename || read.length > 0) upload.file = { name: part.filename ?? "", bytes: read };
      } else if (isFile || read === null || !keep(upload.values, part.name, new TextDecoder().decode(read))) throw new BadForm(part.name);
      return null;
    });
  } catch (fault) {
    if (fault instanceof BadForm) throw new Response(fault.message, { status: 400 });
    if (fault instanceof TooMuch) return { ...upload, refusal: tooLarge() };
    throw new Response("This address takes a form with a file.", { status: 400 });
  }
  return upload;
}

class BadForm extends Error {
  constructor(name: string) {
    super(`The field ${name.slice(0, 60)} was sent more than once, or as something it is not.`);
  }
}

class TooMuch extends Error {}

function keep(values: Upload["values"], name: string, value: string): boolean {
  const list = Object.hasOwn(values, name) ? values[name] : undefined;
  if (Array.isArray(list)) return list.length < 200 && list.push(value) > 0;
  if (list !== undefined || Object.keys(values).length > 50) return false;
  Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
  return true;
}

/** Null when there is more than `largest`; the rest is read and dropped. */
async function bytesOf(data: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array | null> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.length;
    if (size > largest) chunks = [];
    else chunks.push(chunk);
  }
  return size > largest ? null : new Uint8Array(Buffer.concat(chunks));
}

function bounded(request: Request): Request {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > largestUpload) controller.error(new TooMuch());
      else controller.enqueue(chunk);
    },
  });
  const body = request.body?.pipeThrough(counter) ?? null;
  // Node asks for `duplex` when a body is a stream; the type of a browser's request does not know it.
  const options: RequestInit & { duplex: "half" } = { method: request.method, headers: request.headers, body, duplex: "half" };
  return new Request(request.url, options);
}
