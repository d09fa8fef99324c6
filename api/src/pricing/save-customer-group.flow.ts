import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { groupFacts } from "./facts.js";
import { addGroup, groupById, setGroup } from "./group.store.js";

interface SaveCustomerGroup {
  /** Null makes a group. */
  readonly groupId: string | null;
  readonly version: number | null;
  readonly name: string;
  readonly note: string;
}

/** Makes or edits a customer group. Refuses VALIDATION, NOT_FOUND, STALE_VERSION. */
export async function saveCustomerGroup(platform: Platform, viewer: Viewer, input: SaveCustomerGroup): Promise<string> {
  must(holds(viewer, "pricing.manage"), "FORBIDDEN");
  const name = cleanText(input.name, "name", 40);
  const note = input.note.trim() === "" ? "" : cleanText(input.note, "note", 200);
  return platform.work.run(viewer, async (tx) => {
    const known = input.groupId === null ? null : found(await groupById(tx, input.groupId));
    if (known) await setGroup(tx, { id: known.id, version: input.version ?? 0 }, { name, note });
    const id = known?.id ?? (await addGroup(tx, name, note)).id;
    tx.record(groupFacts.saved(id, name));
    return id;
  });
}
