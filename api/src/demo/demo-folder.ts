import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const DATABASE = "kaidan.sqlite";

/**
 * Fills a data folder that has no database yet. `make` works in a folder aside, which is moved into place when it is
 * whole, its database last: whoever breaks off the first start, at whatever moment, finds nothing half made at the next.
 */
export async function fillOnce(dataDir: string, make: (folder: string) => Promise<void>): Promise<void> {
  const [making, made] = [join(dataDir, "demo-in-the-making"), join(dataDir, "demo-made")];
  if (!existsSync(made)) {
    if (existsSync(join(dataDir, DATABASE))) return;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    await make(making);
    renameSync(making, made);
  }
  const names = readdirSync(made).sort((a, b) => Number(a === DATABASE) - Number(b === DATABASE));
  for (const name of names) renameSync(join(made, name), join(dataDir, name));
  rmSync(made, { recursive: true });
}
