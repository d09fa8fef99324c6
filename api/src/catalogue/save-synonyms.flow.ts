import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { searchFacts } from "./facts.js";
import { cleanSynonyms } from "./synonym.js";
import { addSynonyms, setSynonyms, synonymsById } from "./synonym.store.js";

/**
 * Says which words stand for each other in searches, from the next search on and without indexing anything anew. Refuses
 * VALIDATION, NOT_FOUND and, when somebody changed the group meanwhile, STALE_VERSION.
 */
export async function saveSynonyms(
  platform: Platform,
  viewer: Viewer,
  input: { id: string | null; version: number | null; words: readonly string[] },
): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const words = cleanSynonyms(input.words);
  return platform.work.run(viewer, async (tx) => {
    if (input.id === null) {
      const added = await addSynonyms(tx, words);
      tx.record(searchFacts.synonymsSaved(added.id, [], words));
      return added.id;
    }
    const known = found(await synonymsById(tx, input.id));
    must(known.version === input.version, "STALE_VERSION");
    await setSynonyms(tx, known, words);
    tx.record(searchFacts.synonymsSaved(known.id, known.words, words));
    return known.id;
  });
}
