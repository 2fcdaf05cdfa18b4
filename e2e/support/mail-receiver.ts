import { createServer } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailReceiver = Awaited<ReturnType<typeof mailReceiver>>;

/** A real mail server on this machine that keeps what it was sent, parsed by a reader that is not ours. It can break off after so many mails, and refuse a person. */
export async function mailReceiver({ breaksAfter = Number.POSITIVE_INFINITY, refuses = "", port = 0 }: { breaksAfter?: number; refuses?: string; port?: number } = {}) {
  const received: ParsedMail[] = [];
  const raw: string[] = [];
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(address === refuses ? Object.assign(new Error("No such person here"), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (taken >= breaksAfter) return void close();
        taken += 1;
        const text = Buffer.concat(parts).toString("utf8");
        raw.push(text);
        void simpleParser(text).then((mail) => {
          received.push(mail);
          done();
        }, done);
      });
    },
  });
  server.on("error", () => {});
  const close = () => new Promise<void>((resolve) => {
    server.close(() => resolve());
    for (const connection of server.connections) connection.close();
  });
  const at = port || (await freePort());
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${at}`, port: at, received, raw, close, to: (address: string) => received.filter((mail) => addressesOf(mail).includes(address)) };
}

export function addressesOf(mail: ParsedMail): string[] {
  return [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));
}

/** The addresses that a mail leads to, as they stand in its plain part. */
export function linksOf(mail: ParsedMail): string[] {
  return [...(mail.text ?? "").matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (!address || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
