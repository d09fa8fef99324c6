import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { inboxMoved } from "./facts.js";
import { markRead } from "./notice.store.js";

/** So many notices may be named at once; for more there is "all". */
const IDS_MAX = 100;

/** Marks some or all of one's own notices read; others' ids do nothing. Refuses VALIDATION for more than a hundred. */
export async function markNoticesRead(
  platform: Platform,
  viewer: Viewer,
  input: { readonly noticeIds?: readonly string[] | null; readonly all?: boolean | null },
): Promise<void> {
  must("sessionId" in viewer, "FORBIDDEN");
  const ids = input.all ? null : (input.noticeIds ?? []);
  must(ids === null || ids.length <= IDS_MAX, "VALIDATION", { field: "noticeIds", max: IDS_MAX });
  if (ids?.length === 0) return;
  await platform.work.run(viewer, async (tx) => {
    const marked = await markRead(tx, viewer.accountId, ids);
    if (marked > 0) tx.record(inboxMoved(viewer.accountId));
  });
}
