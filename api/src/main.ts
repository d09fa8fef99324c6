import { ConfigError, readConfig } from "./platform/config.js";
import { DatabaseError } from "./platform/database.js";
import { buildServer } from "./server.js";

/** Starts one API process and stops it in order on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const server = await buildServer(readConfig(process.env), {
    websDir: process.env["WEBS_DIR"] || undefined,
  });
  const address = await server.start();
  server.platform.log.info({ address }, "Kaidan serves.");
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    server.platform.log.info({ signal }, "Kaidan stops.");
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
}

main().catch((error: unknown) => {
  // An operator's mistake is told in its own sentence; a fault of ours with its stack.
  const told = error instanceof ConfigError || error instanceof DatabaseError || isAddressTaken(error);
  console.error(told ? sentence(error) : error);
  process.exit(1);
});

function isAddressTaken(error: unknown): boolean {
  return ["EADDRINUSE", "EACCES", "EROFS"].includes((error as { code?: string })?.code ?? "");
}

function sentence(error: unknown): string {
  const { code, message, port, path } = error as { code?: string; message: string; port?: number; path?: string };
  if (code === "EADDRINUSE") return `Port ${port} is taken. Start with another one: PORT=4001 npm start`;
  if (code === "EACCES" || code === "EROFS") return `Can't write to ${path ?? "the data folder"}. Set DATA_DIR to a folder you own.`;
  return message;
}
