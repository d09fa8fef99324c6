import { resolve } from "node:path";
import { z } from "zod";

const originUrl = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const settings = z.object({
  SANDBOX_DIR: z.string().min(1).default("data/sandbox"),
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_531).default(4010),
  SANDBOX_CALLBACK: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:4000/wechat/messages"),
  SANDBOX_WEB: originUrl.default("http://127.0.0.1:4000"),
  SANDBOX_MODE: z.enum(["plain", "compat", "safe"]).optional(),
});

/** How pushes are sealed: 明文, 兼容, 安全. */
export type Mode = "plain" | "compat" | "safe";

/** What one sandbox process runs with. */
export interface Settings {
  /** Folder of the database and of wechat.env. */
  readonly dir: string;
  /** First of five ports in a row; 0 asks for five free ones. */
  readonly port: number;
  /** The message endpoint; the only address the sandbox ever calls. */
  readonly callback: string;
  /** The one origin OAuth may lead back to (网页授权域名). */
  readonly web: string;
  /** Without it the mode of the last run is kept; safe at the first. */
  readonly mode: Mode | undefined;
}

/** A reason not to start, in one sentence. */
export class SandboxError extends Error {
  /** `code` is what a program goes by: PORT_TAKEN when another process listens there. */
  constructor(
    message: string,
    readonly code: "PORT_TAKEN" | null = null,
  ) {
    super(message);
  }
}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = settings.safeParse(filled);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new SandboxError(`The sandbox's settings are wrong: ${problems.join("; ")}.`);
  }
  const value = read.data;
  return {
    dir: resolve(value.SANDBOX_DIR),
    port: value.SANDBOX_PORT,
    callback: value.SANDBOX_CALLBACK,
    web: value.SANDBOX_WEB,
    mode: value.SANDBOX_MODE,
  };
}
