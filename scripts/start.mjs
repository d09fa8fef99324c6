#!/usr/bin/env node
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { sandboxBeside } from "./sandbox.mjs";
import { buildApi, buildSandbox, buildWebs, install, root } from "./steps.mjs";

/**
 * `npm start`: everything a newcomer needs, in one command. Installs, builds what changed, makes and fills the embedded
 * database once, then serves all three apps and the API on one port, with the sandbox and its phones beside it.
 * `-- --empty` starts without demo data.
 */
const empty = process.argv.includes("--empty");
console.log("Kaidan 开单");
await install();
await buildApi();
await buildSandbox();
await buildWebs();
const sandbox = await sandboxBeside({ apiPort: process.env.PORT || 4000 }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const args = ["--enable-source-maps", "api/dist/try-it.js", ...(empty ? ["--empty"] : [])];
const server = spawn(process.execPath, args, {
  cwd: root,
  stdio: "inherit",
  env: { WEBS_DIR: root, LOG_LEVEL: "warn", ...sandbox?.env, ...process.env },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", async (code) => {
  await sandbox?.stop();
  process.exit(code ?? 1);
});
