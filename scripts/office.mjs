import { existsSync } from "node:fs";
import path from "node:path";

/** Finds LibreOffice for the tests that read our Word files back, and installs it where that is one command. Without it those tests say that they were skipped. */
export async function findOffice({ install }) {
  if (hasOffice()) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return console.log("  LibreOffice is not installed: our Word files are not read back by it in this run.");
  try {
    await install("apt-get update", "apt-get", ["update"]);
    await install("apt-get install libreoffice-writer-nogui", "apt-get", ["install", "-y", "--no-install-recommends", "libreoffice-writer-nogui"], { DEBIAN_FRONTEND: "noninteractive" });
  } catch (fault) {
    console.log(`${fault.message} Our Word files are not read back by LibreOffice in this run.`);
  }
}

function hasOffice() {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, "soffice")));
}
