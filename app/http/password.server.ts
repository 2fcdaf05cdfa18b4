import { hash, verify, type Options } from "@node-rs/argon2";
import { credentialsOf } from "~/store/access.server";
import { database } from "~/store/database.server";

/** argon2id, 19 MiB, two passes, one lane (OWASP). 2 is the package's number for argon2id. */
const cost: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing that anybody types: checking against it costs the same as against a real one. */
const nobodysHash = hash("\u0000nobody", cost);

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whose address it is, and whether the password is right. An address that nobody has takes as long. */
export async function tryPassword(email: string, password: string): Promise<{ personId: string; correct: boolean }> {
  const person = await credentialsOf(database(), email.trim());
  const matches = await verify(person?.passwordHash ?? (await nobodysHash), password.slice(0, 2_000).normalize("NFKC"));
  return { personId: person?.id ?? "", correct: person !== null && matches };
}
