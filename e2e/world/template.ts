import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server.js";

/**
 * Makes the demo once, in a folder that every worker copies: seeding takes seconds, copying takes none. Its place
 * goes through the environment, which workers inherit.
 */
export default async function template(): Promise<(() => void) | undefined> {
  if (process.env["KAIDAN_TEMPLATE"]) return undefined; // made by an earlier run that is being repeated
  const folder = mkdtempSync(join(tmpdir(), "kaidan-e2e-"));
  const server = await startServer({ dataDir: join(folder, "data") });
  await server.stop();
  if (!existsSync(join(folder, "data", "kaidan.sqlite"))) throw new Error("The demo was not made.");
  process.env["KAIDAN_TEMPLATE"] = join(folder, "data");
  return () => rmSync(folder, { recursive: true, force: true });
}
