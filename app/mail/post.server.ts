import { createTransport, type SendMailOptions } from "nodemailer";

export type PostSettings = { smtpUrl: string | undefined; mailFrom: string; origin: string };
export type Post = { send: (mail: SendMailOptions) => Promise<unknown>; close: () => void };

/** The mail server, over one connection for a whole turn; null when there is none. */
export function postOf({ smtpUrl }: PostSettings): Post | null {
  if (!smtpUrl) return null;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { send: (mail) => transport.sendMail(mail), close: () => transport.close() };
}

/** The server took the question and said no for good to this one mail; a password that it does not take is not about the mail. */
export function isPermanent(fault: unknown): boolean {
  if (!(fault instanceof Error) || !("responseCode" in fault) || !("code" in fault)) return false;
  return Number(fault.responseCode) >= 500 && (fault.code === "EENVELOPE" || fault.code === "EMESSAGE");
}
