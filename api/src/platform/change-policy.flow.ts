import { must } from "../kernel/refusal.js";
import type { Platform } from "./platform.js";
import { type PolicyKey, policyKeys, writePolicy } from "./policies.js";
import { holds, type Viewer } from "./viewer.js";

interface ChangePolicy {
  readonly key: string;
  readonly value: string;
  /** What the setting said when it was looked at. */
  readonly seen: string;
}

/**
 * An administrator changes one policy setting; what it was and what it is now stay told for good. Refuses VALIDATION,
 * and STALE_VERSION when the setting is no longer what was seen.
 */
export async function changePolicy(platform: Platform, viewer: Viewer, input: ChangePolicy): Promise<void> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const key = policyKeys.find((known): known is PolicyKey => known === input.key);
  must(key, "VALIDATION", { field: "key" });
  await platform.work.run(viewer, async (tx) => {
    await writePolicy(tx, key, input.seen, input.value);
    if (input.seen === input.value) return;
    const payload = { key, before: input.seen, after: input.value };
    tx.record({ kind: "PolicyChanged", stream: "staff:policies", payload });
  });
}
