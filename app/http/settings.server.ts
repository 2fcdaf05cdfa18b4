import path from "node:path";
import { z } from "zod";

export type Settings = {
  port: number;
  host: string;
  /** Scheme, host and port that people type; every link and cookie follows it. */
  origin: string;
  /** Addresses of proxies whose X-Forwarded-For is believed; empty: nobody's. */
  trustProxy: string[];
  dataDir: string;
  dataDirGiven: boolean;
  databaseUrl: string | undefined;
  /** The key that signs the head of the records each day; made at the first start. */
  recordsKeyFile: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  demo: boolean;
  /** Whom the first start of an empty workplace without the demonstration invites, and for which program. */
  adminEmail: string | undefined;
  programName: string;
  timeZone: string;
};

/** A setting that stops the start: its message is one sentence for the person who starts the server. */
export class BadSetting extends Error {}

export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  // `NAME=` in a shell or an env file means the same as not naming it.
  const given = (name: string) => environment[name]?.trim() || undefined;
  const read = <T>(name: string, shape: z.ZodType<T>, otherwise: T, expected: string, example: string): T => {
    const value = given(name);
    if (value === undefined) return otherwise;
    const outcome = shape.safeParse(value);
    if (outcome.success) return outcome.data;
    throw new BadSetting(`${name} is "${hidden(name, value)}", but ${expected} was expected, for example ${name}=${example}`);
  };

  const port = read("PORT", portNumber, 3000, "a port number from 1 to 65535", "3000");
  const host = read("HOST", hostName, "127.0.0.1", "an address or a host name to listen on", "0.0.0.0");
  const origin = read("ORIGIN", originAddress, `http://localhost:${port}`, "an https:// address without a path (plain http only for localhost)", "https://concord.example.org");
  return {
    port,
    host,
    origin,
    trustProxy: read("TRUST_PROXY", proxies, [], "addresses or networks of your proxies, separated by commas (or loopback)", "10.0.0.0/8,192.0.2.7"),
    dataDir: path.resolve(given("DATA_DIR") ?? "data"),
    dataDirGiven: given("DATA_DIR") !== undefined,
    databaseUrl: read("DATABASE_URL", urlOf("postgresql:", "postgres:"), undefined, "the address of a PostgreSQL database", "postgresql://user:password@host:5432/concord"),
    recordsKeyFile: path.resolve(given("RECORDS_KEY_FILE") ?? path.join(given("DATA_DIR") ?? "data", "records-key.pem")),
    smtpUrl: read("SMTP_URL", urlOf("smtp:", "smtps:"), undefined, "the address of a mail server", "smtps://user:password@mail.example.org:465"),
    mailFrom: read("MAIL_FROM", sender, `Concord <no-reply@${new URL(origin).hostname}>`, "a name and an e-mail address", '"Concord <concord@example.org>"'),
    adminEmail: read("ADMIN_EMAIL", z.email(), undefined, "an e-mail address", "coordinator@example.org"),
    programName: given("PROGRAM_NAME") ?? "CIT program",
    timeZone: read("TIME_ZONE", z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone)), "America/Chicago", "a time zone of the IANA list", "America/Denver"),
    demo: read("DEMO", z.enum(["on", "off"]).transform((value) => value === "on"), true, "on or off", "off"),
  };
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535);

const hostName = z.string().regex(/^[A-Za-z0-9.:_-]+$/);

const originAddress = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const bare = url && (value === url.origin || value === `${url.origin}/`);
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (url && bare && safe) return url.origin;
  context.addIssue("not an origin");
  return z.NEVER;
});

const network = /^(loopback|linklocal|uniquelocal|[0-9]{1,3}(\.[0-9]{1,3}){3}(\/[0-9]{1,2})?|[0-9a-fA-F:]*:[0-9a-fA-F:]*(\/[0-9]{1,3})?)$/;

const proxies = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .pipe(z.array(z.string().regex(network)));

const sender = z.string().regex(/^([^<>\r\n"]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);

function urlOf(...protocols: string[]): z.ZodType<string | undefined> {
  return z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));
}

function hidden(name: string, value: string): string {
  return name.endsWith("_URL") ? value.replace(/:\/\/[^@/]*@/, "://…@").replace(/^([^:]*:).*/, "$1…") : value;
}
