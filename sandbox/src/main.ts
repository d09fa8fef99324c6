import { openSandbox } from "./sandbox.js";
import { readSettings, SandboxError } from "./settings.js";

/** Starts the sandbox, says where it is in one line of JSON, and stops in order on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const sandbox = await openSandbox(readSettings(process.env));
  console.log(JSON.stringify(sandbox.ready));
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await sandbox.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  // Whoever started it holds its input open: it does not outlive them.
  if (process.env["SANDBOX_TIED"]) process.stdin.once("end", () => void stop()).resume();
}

main().catch((error: unknown) => {
  console.error(error instanceof SandboxError ? error.message : error);
  process.exit(1);
});
