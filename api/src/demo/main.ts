import { readConfig } from "../platform/config.js";
import { tellAndExit } from "../tell.js";
import { LARGE, seedLarge } from "./large.js";
import { seedDemo } from "./seed.js";

/**
 * `npm run seed [-- --large]`: fills the configured, empty database with the demo, or with the large catalogue that figures
 * are measured on. Never run it on a database that is in use.
 */
async function main(): Promise<void> {
  const config = readConfig({ LOG_LEVEL: "warn", ...process.env });
  if (process.argv.includes("--large")) {
    await seedLarge(config, Date.now());
    console.log(`The large catalogue is made: ${LARGE.products} products, ${LARGE.suppliers} suppliers.`);
    return;
  }
  await seedDemo(config, Date.now());
  console.log("The demo is made.");
}

main().catch(tellAndExit);
