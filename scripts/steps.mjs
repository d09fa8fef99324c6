import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, "node_modules", ".cache", "kaidan");

/** Runs a command from the root; resolves with its exit code and what it printed. `quiet` keeps it for failures only. */
export function run(command, args, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => done({ code: 127, output: String(error) }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
  });
}

/** One step with its progress: what it does, then how long it took; its output only when it fails. */
export async function step(title, work) {
  const from = Date.now();
  process.stdout.write(`  ${title} … `);
  const { code, output } = await work();
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  if (code === 0) {
    process.stdout.write(`${seconds} s\n`);
    return;
  }
  process.stdout.write(`failed after ${seconds} s\n${output}\n`);
  process.exit(1);
}

/** Does `work` unless the files it depends on are as they were when it last succeeded. */
export async function stepUnlessFresh(name, title, inputs, work) {
  const stamp = join(stamps, name);
  const now = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  await step(title, work);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
}

/** Names, sizes and times of all files below the given paths. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (!stat.isDirectory()) {
      hash.update(`${path}\n${stat.size}\n${stat.mtimeMs}\n`);
      return;
    }
    for (const entry of readdirSync(path).sort()) {
      if (entry !== "node_modules" && entry !== "dist") visit(join(path, entry));
    }
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest("hex");
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Packages as the lock file says. */
export const install = () =>
  stepUnlessFresh(
    "install",
    "installing packages (a minute or two the first time)",
    ["package-lock.json"],
    async () => {
      const result = await run(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
      return result;
    },
  );

export const buildApi = () =>
  stepUnlessFresh(
    "api",
    "building the API",
    ["api/src", "api/tsconfig.json", "tsconfig.base.json", "package-lock.json"],
    () => run(process.execPath, [bin("typescript", "tsc"), "-p", "api/tsconfig.json"], { quiet: true }),
  );

/** The stand-in for WeChat and the page of its phones. */
export const buildSandbox = () =>
  stepUnlessFresh(
    "sandbox",
    "building the sandbox",
    ["sandbox", "tsconfig.base.json", "package-lock.json"],
    async () => {
      const program = await run(process.execPath, [bin("typescript", "tsc"), "-p", "sandbox/tsconfig.json"], {
        quiet: true,
      });
      if (program.code !== 0) return program;
      return run(process.execPath, [bin("vite", "vite"), "build", "--logLevel", "warn"], {
        quiet: true,
        cwd: join(root, "sandbox/phone"),
      });
    },
  );

export const buildWebs = async () => {
  for (const app of ["web-shop", "web-supplier", "web-admin"]) {
    await stepUnlessFresh(app, `building ${app}`, [app, "web-kit", "package-lock.json"], () =>
      run(process.execPath, [bin("vite", "vite"), "build", "--logLevel", "warn"], {
        quiet: true,
        cwd: join(root, app),
      }),
    );
  }
};

/** The script behind a package's command; works where .bin has shell scripts only. */
export function bin(pkg, command) {
  const folder = join(root, "node_modules", pkg);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const target = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[command];
  return join(folder, target);
}
