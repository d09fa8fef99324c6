import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const clock = new URL("server-clock.mjs", import.meta.url).href;

export interface RunningServer {
  readonly url: string;
  /** Lets time pass in the server; what is due then happens at its next beat. */
  passTime(ms: number): Promise<void>;
  /** Ends the process as an operator would; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the product as a newcomer gets it, on a free port, and waits until it is ready. */
export async function startServer(options: {
  dataDir: string;
  env?: Readonly<Record<string, string>>;
  port?: number;
}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", clock, "api/dist/try-it.js"], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: options.dataDir,
      PORT: String(port),
      WEBS_DIR: process.env["WEBS_DIR"] ?? root,
      LOG_LEVEL: "warn",
      ...options.env,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await untilReady(child, url);
  return {
    url,
    async passTime(passMs) {
      const passed = once(child, "message");
      child.send({ passMs });
      await passed;
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once("exit", done));
      child.kill(signal);
      await gone;
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill("SIGKILL");
  throw new Error("The server did not get ready.");
}

/** What the auditor's command prints about the books in `dataDir`, while their server runs on. */
export function auditBooks(dataDir: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  return new Promise((done) => {
    execFile(process.execPath, ["api/dist/audit-ledger.js"], { cwd: root, env }, (_, stdout, stderr) =>
      done(`${stdout}${stderr}`.trim()),
    );
  });
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
