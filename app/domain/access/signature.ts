import { allowed, refused, type Ruling } from "./ruling";

/** A password that was given again in a session counts for a signature this long, in milliseconds. */
export const proofLasts = 5 * 60_000;

export type Proof = { personId: string; provedAt: Date | null; provedFrom: string };

/** May this person sign now? Only with a password given again in this very session, in the last minutes, and not yet used. */
export function signatureRuling(proof: Proof | null, signer: { personId: string }, now: Date): Ruling<{ provedAt: Date; from: string }> {
  const provedAt = proof?.personId === signer.personId ? proof.provedAt : null;
  const age = provedAt ? now.getTime() - provedAt.getTime() : Infinity;
  if (!proof || !provedAt || age > proofLasts) return refused("Give your password again to sign.", 422, "password");
  return allowed({ provedAt, from: proof.provedFrom });
}

/** The kind of network an address belongs to: what a record keeps instead of the address. */
export function networkOf(address: string): string {
  const bare = address.trim().toLowerCase().replace(/^\[|\]$/g, "").replace(/^::ffff:(?=\d+\.)/, "");
  const parts = bare.split(".");
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part))) {
    const [first = 0, second = 0] = parts.map(Number);
    if (first === 127) return "this machine";
    const local = first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168) || (first === 169 && second === 254);
    return local ? "a private network" : "the internet, IPv4";
  }
  if (bare === "::1") return "this machine";
  if (/^f[cd][0-9a-f]{2}:/.test(bare) || /^fe[89ab][0-9a-f]:/.test(bare)) return "a private network";
  return bare.includes(":") ? "the internet, IPv6" : "an unknown network";
}
