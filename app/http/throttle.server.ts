import { createHash, randomBytes } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { refused, type Refusal } from "~/domain/access/ruling";
import { database } from "~/store/database.server";

/** How many tries in how many seconds. */
export type Allowance = { name: string; tries: number; seconds: number };

/** One address at one account: enough for typing errors, hopeless for guessing. */
export const perPair: Allowance = { name: "pair", tries: 5, seconds: 300 };
/** One account from everywhere it was not signed in from before. Whoever wants to lock the chief out from elsewhere does not reach the chief's own address. */
export const perAccount: Allowance = { name: "account", tries: 10, seconds: 300 };
export const perAddress: Allowance = { name: "address", tries: 50, seconds: 900 };
export const overall: Allowance = { name: "overall", tries: 1_000, seconds: 60 };
export const perVisitor: Allowance = { name: "visitor", tries: 20, seconds: 900 };
/** A whole class signs in from one room; hopeless for guessing codes of eight letters. */
export const perRoom: Allowance = { name: "room", tries: 200, seconds: 900 };

/** Comments of the public from one address. */
export const perCommenter: Allowance = { name: "commenter", tries: 10, seconds: 3_600 };

/** The concern box, for all its senders together. */
export const overallConcerns: Allowance = { name: "concerns", tries: 120, seconds: 3_600 };

const known: Allowance = { name: "known", tries: 1, seconds: 30 * 86_400 };

export type Passed = { succeeded: () => Promise<void> };
export type Throttled = Refusal & { retryAfter: number };

/** Counts a sign-in before the password is looked at, so that tries at the same moment count too. When the counters cannot be reached it throws: no counting, no sign-in. */
export async function countSignIn(email: string, address: string): Promise<Passed | Throttled> {
  const account = digest(email.trim().toLowerCase());
  const pair = digest(`${account} ${address}`);
  const familiar = (await limiter(known).get(pair)) !== null;
  const counted: [Allowance, string][] = [[perPair, pair], [perAddress, digest(address)], [overall, "everybody"]];
  if (!familiar) counted.splice(1, 0, [perAccount, account]);
  for (const [allowance, key] of counted) {
    const wait = await use(allowance, key);
    if (wait) return tooMany(wait);
  }
  return {
    succeeded: async () => {
      await Promise.all([limiter(perPair).delete(pair), limiter(perAccount).delete(account), limiter(known).set(pair, 1, known.seconds)]);
      await Promise.all([limiter(perAddress).reward(digest(address)), limiter(overall).reward("everybody")]);
    },
  };
}

// Made anew at every start and kept nowhere: nobody can find an address by trying all of them on the stored keys.
const pepper = randomBytes(32).toString("hex");

/** Counts a use of something that anybody may use, such as an invitation or a comment. */
export async function countUse(allowance: Allowance, address: string): Promise<Throttled | null> {
  const wait = await use(allowance, digest(`${pepper} ${address}`));
  return wait ? tooMany(wait) : null;
}

export function isThrottled(counted: Passed | Throttled): counted is Throttled {
  return "retryAfter" in counted;
}

/** Seconds to wait, or null. */
async function use(allowance: Allowance, key: string): Promise<number | null> {
  try {
    await limiter(allowance).consume(key);
    return null;
  } catch (fault) {
    if (!(fault instanceof RateLimiterRes)) throw fault;
    return Math.max(1, Math.ceil(fault.msBeforeNext / 1_000));
  }
}

const limiters = new WeakMap<object, Map<string, RateLimiterPrisma>>();

function limiter({ name, tries, seconds }: Allowance): RateLimiterPrisma {
  const client = database();
  const made = limiters.get(client) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(client, made);
  const one = made.get(name) ?? new RateLimiterPrisma({ storeClient: client, tableName: "throttle", keyPrefix: name, points: tries, duration: seconds, clearExpiredByTimeout: name === overall.name });
  made.set(name, one);
  return one;
}

function tooMany(seconds: number): Throttled {
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 60 ? `${seconds} seconds` : `${minutes} minute${minutes === 1 ? "" : "s"}`;
  return { ...refused(`Too many tries. Wait ${wait} and try again.`, 429), retryAfter: seconds };
}

/** Keys say nothing about who they are for. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
