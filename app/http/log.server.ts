import { pino } from "pino";

const secrets = ["password", "token", "secret", "cookie", "authorization", "databaseUrl", "ownerUrl", "url", "smtpUrl", "email", "code"];

/** One line of JSON each; what would open a door or name a person is left out. */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: [...secrets, ...secrets.map((name) => `*.${name}`), ...secrets.map((name) => `*.*.${name}`)], censor: "(hidden)" },
});

/** Without the query, and with what looks like a token in the path left out. */
export function loggedPath(url: string): string {
  const bare = url.split("?")[0] ?? "";
  return bare.replace(/\/(?!assets\/)[A-Za-z0-9_-]{24,}(?=\/|$|\.)/g, (segment) => (/^\/[0-9a-f]{8}-[0-9a-f-]{27}$/.test(segment) ? segment : "/…"));
}
