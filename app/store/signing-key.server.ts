import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

let opened: { privateKey: KeyObject; publicKey: string } | undefined;

/** Reads the key that signs the head of the records, or makes it at the first start. It is never in the database, and only the server's own user may read it. */
export async function openSigningKey(file: string): Promise<{ publicKey: string; isNew: boolean }> {
  const isNew = await makeKey(file);
  if (!isNew) await chmod(file, 0o600);
  const privateKey = createPrivateKey(await readFile(file));
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error(`${file} is not an Ed25519 key.`);
  const publicKey = createPublicKey(privateKey).export({ format: "jwk" }).x ?? "";
  opened = { privateKey, publicKey };
  return { publicKey, isNew };
}

/** Signs words with the server's key: Ed25519, in base64url. */
export function signed(words: string): { publicKey: string; signature: string } {
  if (!opened) throw new Error("The key that signs the records is not open.");
  return { publicKey: opened.publicKey, signature: sign(null, Buffer.from(words), opened.privateKey).toString("base64url") };
}

/** False when there is a key already. Two servers that start at once make one. */
async function makeKey(file: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    await writeFile(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fault;
  }
}
