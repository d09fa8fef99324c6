import { ConfigError } from "./platform/config.js";
import { DatabaseError } from "./platform/database.js";

/** Ends the process: an operator's mistake is told in one sentence with its cure, a fault of ours with its stack. */
export function tellAndExit(error: unknown): never {
  console.error(sentence(error) ?? error);
  process.exit(1);
}

const UNWRITABLE = new Set(["EACCES", "EROFS", "EPERM", "ENOTDIR", "EEXIST", "ENOSPC", "EDQUOT"]);

function sentence(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof DatabaseError) return error.message;
  const { code, port, path } = error as { code?: string; port?: number; path?: string };
  if (code === "EADDRINUSE") return `Port ${port} is taken. Start on another one: PORT=${(port ?? 4000) + 1} npm start`;
  if (path !== undefined && code !== undefined && UNWRITABLE.has(code)) {
    return `Can't write to ${path} (${code}). Set DATA_DIR to a folder you own.`;
  }
  return code === "SQLITE_CANTOPEN" || code === "SQLITE_READONLY"
    ? "The embedded database can't be opened for writing. Set DATA_DIR to a folder you own."
    : null;
}
