#!/usr/bin/env node
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { buildApi, buildWebs, install, root } from "./steps.mjs";

/**
 * `npm start`: everything a newcomer needs, in one command. Installs, builds what changed, makes and fills the embedded
 * database once, then serves all three apps and the API on one port. `-- --empty` starts without demo data.
 */
const empty = process.argv.includes("--empty");
console.log("Kaidan 开单");
await install();
await buildApi();
await buildWebs();
const args = ["--enable-source-maps", "api/dist/try-it.js", ...(empty ? ["--empty"] : [])];
const server = spawn(process.execPath, args, {
  cwd: root,
  stdio: "inherit",
  env: { WEBS_DIR: root, LOG_LEVEL: "warn", ...process.env },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
