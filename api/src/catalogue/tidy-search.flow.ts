import type { Platform } from "../platform/platform.js";
import { readSetting, writeSetting } from "../platform/settings.js";
import { SYSTEM } from "../platform/viewer.js";
import { forgetOldChanges } from "./search-stamp.store.js";
import { countAllWords } from "./search-words.store.js";

/** Whether the words of the index are counted. A later way of counting takes another value, so that all is counted anew. */
export const COUNTED = { key: "search-words", value: "2" } as const;

/** Counts the words of an index that was filled before words were counted, once; forgets changes nobody reads any more. */
export async function tidySearch(platform: Platform): Promise<void> {
  const counted = (await readSetting(platform.database.read, COUNTED.key)) === COUNTED.value;
  await platform.work.run(SYSTEM, async (tx) => {
    if (!counted) {
      await countAllWords(tx);
      await writeSetting(tx, COUNTED.key, COUNTED.value);
    }
    await forgetOldChanges(tx);
  });
}
