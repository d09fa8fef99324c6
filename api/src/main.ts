import { readConfig } from "./platform/config.js";
import { buildServer } from "./server.js";
import { tellAndExit } from "./tell.js";

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

main().catch(tellAndExit);
