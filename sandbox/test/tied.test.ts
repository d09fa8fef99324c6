import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFailed, onTestFinished, test, vi } from "vitest";
import { aFolder, aSandbox } from "./kit/sandbox.js";

/** The program as it is built: what runs beside an API, and what an API's process starts it with. */
const program = (name: string): URL => new URL(`../dist/${name}.js`, import.meta.url);

const STARTER = `
  const { startSandbox } = await import(process.env.START);
  const web = "http://127.0.0.1:9";
  const sandbox = await startSandbox({ dir: process.env.FOLDER, callback: web, web });
  console.log(sandbox.process.pid);
`;

/** A process with its input open and the first line it said; it ends with the test at the latest. */
async function running(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, line };
}

test("a sandbox whose starter closes its input ends in order", async () => {
  const env = { SANDBOX_DIR: aFolder(), SANDBOX_PORT: "0", SANDBOX_TIED: "on" };
  const { child } = await running([fileURLToPath(program("main"))], env);
  const ended = once(child, "exit");
  child.stdin?.end();
  expect(await ended).toEqual([0, null]);
});

test("a sandbox whose starter is killed ends by itself and leaves its folder to the next", async () => {
  const dir = aFolder();
  const env = { FOLDER: dir, START: program("start").href };
  const { child: starter, line: pid } = await running(["--input-type=module", "-e", STARTER], env);
  onTestFailed(() => void process.kill(Number(pid), "SIGKILL"));
  await expect(aSandbox({ dir })).rejects.toThrow("Another sandbox runs");
  starter.kill("SIGKILL");
  await once(starter, "exit");
  await vi.waitFor(() => aSandbox({ dir }), { timeout: 20_000 });
});
