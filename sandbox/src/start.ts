import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./main.js", import.meta.url));

export interface SandboxOptions {
  /** Folder of its database. */
  readonly dir: string;
  /** Where it pushes to: the API's message endpoint. */
  readonly callback: string;
  /** Origin of the shop, for the phone's first page. */
  readonly web: string;
  /** First of its five ports; 0 takes free ones. */
  readonly port?: number;
  readonly mode?: "plain" | "compat" | "safe";
}

export interface RunningSandbox {
  /** Origin of the phones and of the control interface. */
  readonly control: string;
  readonly controlToken: string;
  /** The settings that connect an API to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  /** Ends it as an operator would; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts the sandbox as a program of its own and resolves when it serves; rejects with what it said when it can't. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const child = spawn(process.execPath, ["--enable-source-maps", MAIN], {
    env: {
      ...process.env,
      SANDBOX_DIR: options.dir,
      SANDBOX_CALLBACK: options.callback,
      SANDBOX_WEB: options.web,
      SANDBOX_PORT: String(options.port ?? 0),
      ...(options.mode ? { SANDBOX_MODE: options.mode } : {}),
      SANDBOX_TIED: "on",
    },
    // Its input stays open as long as we live: when we are killed without a word, it ends by itself.
    stdio: ["pipe", "pipe", "pipe"],
  });
  const { control, controlToken, env } = await readyLine(child);
  return {
    control,
    controlToken,
    env,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

interface Ready {
  readonly control: string;
  readonly controlToken: string;
  readonly env: Record<string, string>;
}

function readyLine(child: ChildProcess): Promise<Ready> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("The sandbox has no output to read.");
  return new Promise((done, fail) => {
    let said = "";
    stderr.on("data", (chunk) => {
      if (said.length < 2_000) said += String(chunk);
    });
    child.once("exit", () => fail(new Error(said.trim() || "The sandbox ended before it served.")));
    createInterface({ input: stdout }).on("line", (line) => {
      if (line.startsWith('{"ready":true')) done(JSON.parse(line) as Ready);
    });
  });
}
