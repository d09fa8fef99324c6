import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Staff } from "../platform/viewer.js";
import { apiKeyById, revoke } from "./api-key.store.js";

/** Ends an API key at once. Refuses NOT_FOUND, and INVALID_STATE when it was revoked before. */
export async function revokeApiKey(platform: Platform, viewer: Staff, apiKeyId: string): Promise<void> {
  must(holds(viewer, "keys.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const key = found(await apiKeyById(tx, apiKeyId));
    must(await revoke(tx, key.id), "INVALID_STATE");
  });
}
