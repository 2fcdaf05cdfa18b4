import { expect, test } from "vitest";
import { networkOf, proofLasts, signatureRuling } from "./signature";

const now = new Date("2026-11-24T15:00:00Z");
const proved = (ago: number, personId = "chief") => ({ personId, provedAt: new Date(now.getTime() - ago), provedFrom: "a private network" });
const sign = (proof: Parameters<typeof signatureRuling>[0]) => signatureRuling(proof, { personId: "chief" }, now);

test("a head signs with a password given in the last five minutes, by themselves", () => {
  expect(sign(proved(0))).toMatchObject({ ok: true, value: { from: "a private network" } });
  expect(sign(proved(proofLasts)).ok).toBe(true);
});

test.each([
  ["given too long ago", proved(proofLasts + 1)],
  ["given by somebody else", proved(0, "sheriff")],
  ["used up or never given", { ...proved(0), provedAt: null }],
  ["of a session that has ended", null],
])("a password %s signs nothing, and the password field says so", (_, proof) => {
  expect(sign(proof)).toMatchObject({ ok: false, status: 422, field: "password" });
});

test.each([
  ["127.0.0.1", "this machine"],
  ["::1", "this machine"],
  ["::ffff:10.2.3.4", "a private network"],
  ["172.16.0.9", "a private network"],
  ["172.32.0.9", "the internet, IPv4"],
  ["192.168.1.7", "a private network"],
  ["203.0.113.9", "the internet, IPv4"],
  ["fd12:3456::1", "a private network"],
  ["fe80::1", "a private network"],
  ["2001:db8::7", "the internet, IPv6"],
  ["", "an unknown network"],
])("of the address %s the record keeps: %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
