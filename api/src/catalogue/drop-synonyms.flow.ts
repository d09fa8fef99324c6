import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { searchFacts } from "./facts.js";
import { dropSynonyms as drop, synonymsById } from "./synonym.store.js";

/** Lets these words stand for themselves again. Refuses NOT_FOUND, STALE_VERSION. */
export async function dropSynonyms(
  platform: Platform,
  viewer: Viewer,
  input: { id: string; version: number },
): Promise<void> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const known = found(await synonymsById(tx, input.id));
    await drop(tx, input);
    tx.record(searchFacts.synonymsDropped(known.id, known.words));
  });
}
