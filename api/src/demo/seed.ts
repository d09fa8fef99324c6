import type { Config } from "../platform/config.js";

/** Fills an empty database with the demo. */
export async function seedDemo(_config: Config): Promise<void> {
  throw new Error("The demo is being written.");
}
