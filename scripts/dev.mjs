#!/usr/bin/env node
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { sandboxBeside } from "./sandbox.mjs";
import { bin, buildApi, buildSandbox, install, root } from "./steps.mjs";

/**
 * `npm run dev`: the API rebuilt and restarted on every change (port 4000) and the three apps with hot reload
 * (5173 shop, 5174 supplier, 5175 admin), which pass API calls on, and the sandbox
 * beside them. The embedded demo is used unless DATABASE_URL is set.
 */
await install();
await buildApi();
await buildSandbox();
const sandbox = await sandboxBeside({ apiPort: process.env.PORT || 4000 });
if (sandbox) console.log(`  phones: ${sandbox.control}`);
const children = [
  child([bin("typescript", "tsc"), "-p", "api/tsconfig.json", "-w", "--preserveWatchOutput"]),
  child(["--watch", "--watch-preserve-output", "--enable-source-maps", "api/dist/try-it.js"]),
  ...["web-shop", "web-supplier", "web-admin"].map((app, index) =>
    child([bin("vite", "vite"), "--port", String(5173 + index), "--strictPort"], join(root, app)),
  ),
];

function child(args, cwd = root) {
  // A group of its own: the compiler and the watcher have children that must end with them.
  return spawn(process.execPath, args, {
    cwd,
    stdio: "inherit",
    detached: process.platform !== "win32",
    env: { ...sandbox?.env, ...process.env },
  });
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    for (const { pid } of children) if (pid) process.kill(process.platform === "win32" ? pid : -pid, "SIGTERM");
    await sandbox?.stop();
    process.exit(0);
  });
}
