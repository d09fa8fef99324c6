import "reflect-metadata";
import { firstAdministrator } from "./identity/first-administrator.flow.js";
import { readConfig } from "./platform/config.js";
import { buildServer } from "./server.js";
import { tellAndExit } from "./tell.js";

/**
 * `npm run migrate`: brings the schema up to date, or finishes what an interrupted run left. While nobody can manage
 * staff yet, it prints a one-time link for the first administrator.
 */
async function main(): Promise<void> {
  const server = await buildServer(readConfig({ LOG_LEVEL: "warn", ...process.env }), { migrate: true });
  try {
    console.log("The schema is up to date.");
    const { urls, publicUrl, host, port } = server.platform.config;
    const link = await firstAdministrator(server.platform, urls?.admin ?? publicUrl ?? `http://${host}:${port}`);
    if (link) console.log(`First administrator, set your password here (works once, 7 days):\n  ${link}`);
  } finally {
    await server.stop();
  }
}

main().catch(tellAndExit);
