import { readConfig } from "../platform/config.js";
import { tellAndExit } from "../tell.js";
import { seedDemo } from "./seed.js";

/** `npm run seed`: fills the configured, empty database with the demo. Never run it on a database that is in use. */
async function main(): Promise<void> {
  await seedDemo(readConfig({ LOG_LEVEL: "warn", ...process.env }), Date.now());
  console.log("The demo is made.");
}

main().catch(tellAndExit);
