import { database, listen } from "~/store/database.server";
import { digestReaders, mailChannel, programsWithDueMail } from "~/store/mails.server";

/** The programs whose clocks have mail to send. */
export async function mailDue(): Promise<string[]> {
  return programsWithDueMail(database());
}

/** Whoever is told once a day or a week. */
export async function readersOfDigests() {
  return digestReaders(database());
}

/** Hears in every process that an act owes mail. What is missed meanwhile is found by the next turn of the job. */
export async function hearMailDue(hear: () => void): Promise<() => Promise<void>> {
  return listen(mailChannel, hear, hear);
}
