import { spawn } from "node:child_process";
import { root } from "./run.mjs";
import { build, checkNode, generateClient, install } from "./prepare.mjs";

process.chdir(root);
try {
  checkNode();
  await install();
  await generateClient();
  await build();
  serve();
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

function serve() {
  const dev = process.argv.includes("--dev");
  const child = spawn(process.execPath, ["--enable-source-maps", ...(dev ? ["--inspect"] : []), "build/server/index.js"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "inherit",
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  // npm ends its shell, not what runs in it: when that parent is gone, the server stops too.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event && process.platform !== "win32")
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGTERM" || signal === "SIGINT" ? 0 : 1);
  });
}
