import { inflateRawSync } from "node:zlib";
import { cookieForTests, requestForTests } from "./cookie-for-tests";

type Loader = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;

const modules = import.meta.glob<{ loader?: Loader }>("../../app/routes/*.{ts,tsx}");
const context = { nonce: "", requestId: "", clientAddress: "127.0.0.1" };

/** A page or file of the program, at one of the things that a test knows. */
export type Place = { route: string; params: Record<string, string>; loader: Loader };

/** Every route that answers a GET, once for each of the given things; without those about things that a test has none of. */
export async function everyPlace(things: Record<string, readonly string[]>, without: RegExp | null): Promise<Place[]> {
  const places: Place[] = [];
  for (const [file, load] of Object.entries(modules)) {
    const route = file.replace(/^.*\/routes\//, "").replace(/\.tsx?$/, "");
    if (/\.test$/.test(route) || without?.test(route)) continue;
    const { loader } = await load();
    if (!loader) continue;
    for (const params of combinations([...route.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name), things)) places.push({ route, params, loader });
  }
  return places;
}

function combinations(names: readonly string[], things: Record<string, readonly string[]>): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>((all, name) => all.flatMap((one) => (things[name] ?? []).map((value) => ({ ...one, [name]: value }))), [{}]);
}

/** What each of these places answers to a person, or to nobody in particular: what pages are drawn from and `.data` consists of, or the bytes of a file. */
export async function answersTo(personId: string | null, places: readonly Place[], search = ""): Promise<Map<string, string>> {
  const cookie = personId ? await cookieForTests(personId) : "";
  const asked = async ({ route, params, loader }: Place) => [`/${route} ${Object.values(params).join(" ")}${search}`, await asText(() => loader({ request: requestForTests(`/${search}`, cookie), params, context }))] as const;
  return new Map(await Promise.all(places.map(asked)));
}

async function asText(ask: () => unknown): Promise<string> {
  try {
    return await written(await ask());
  } catch (fault) {
    if (fault instanceof Response) return written(fault);
    throw fault;
  }
}

async function written(answer: unknown): Promise<string> {
  if (!(answer instanceof Response)) return JSON.stringify(answer) ?? "";
  const bytes = Buffer.from(await answer.arrayBuffer());
  const head = `${answer.status} ${answer.headers.get("Location") ?? ""} ${answer.headers.get("Content-Disposition") ?? ""}`;
  return `${head}\n${bytes.subarray(0, 2).toString("latin1") === "PK" ? unzipped(bytes) : bytes.toString("utf8")}`;
}

/** What lies in a Word file, one part after another. */
function unzipped(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const size = bytes.readUInt32LE(at + 18);
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(from, from + size);
    parts.push((bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at = from + size;
  }
  return parts.join("\n");
}
