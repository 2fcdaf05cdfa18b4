import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { foundProgram } from "~/commands/programs/found-program.server";
import { BadSetting, type Settings } from "~/http/settings.server";
import { database } from "~/store/database.server";
import { programExists } from "~/store/founding.server";
import { openSigningKey } from "~/store/signing-key.server";
import { people } from "../prisma/demonstration/people";
import { demonstrationPassword, seed } from "../prisma/seed";

/** Opens the key of the records, and furnishes an empty workplace: with the demonstration program, or with a program of one's own and the invitation of its first administrator. */
export async function firstStart(settings: Settings, print: (line: string) => void): Promise<void> {
  const key = await openSigningKey(settings.recordsKeyFile);
  if (key.isNew) print(`A key that signs the records was made: ${settings.recordsKeyFile}. Keep a copy of it apart from the database.`);
  const exists = await programExists(database());
  if (settings.demo) return demonstrate(settings, exists, print);
  if (!exists) await foundOwn(settings, print);
}

async function demonstrate({ dataDir }: Settings, exists: boolean, print: (line: string) => void): Promise<void> {
  const file = path.join(dataDir, "demonstration-password");
  if (!exists) {
    print("Making the demonstration program ...");
    await mkdir(dataDir, { recursive: true });
    const password = demonstrationPassword();
    await seed(password);
    await writeFile(file, password, { mode: 0o600 });
  }
  if (!existsSync(file)) return;
  print(`Demonstration password: ${await readFile(file, "utf8")}`);
  for (const { email, name } of Object.values(people)) print(`  ${email}  ${name}`);
}

async function foundOwn({ adminEmail, programName, timeZone, origin }: Settings, print: (line: string) => void): Promise<void> {
  if (!adminEmail) throw new BadSetting("ADMIN_EMAIL is not set, but an empty workplace without the demonstration needs its first administrator's address, for example ADMIN_EMAIL=coordinator@example.org");
  const founded = await foundProgram({ kind: "clock", programId: "" }, {
    name: programName,
    timeZone,
    organization: { name: "Program office", shortName: "Program office", group: "Behavioral health" },
    administrator: { name: "Administrator", email: adminEmail },
  });
  if (!founded.ok) throw new BadSetting(founded.kind === "refused" ? founded.reason : "The program could not be founded.");
  print(`Open this address within 72 hours to become the administrator; it works once: ${origin}/invitations/${founded.value.token}`);
}
