import { newSecret } from "../kernel/ids.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Permission, type Staff } from "../platform/viewer.js";
import { checkApiKey } from "./access.js";
import { cleanText } from "./account.js";
import { addApiKey } from "./api-key.store.js";

/**
 * Makes an API key for a third party. The secret is answered once; only its hash is kept. Refuses FORBIDDEN for
 * scopes beyond the viewer's own permissions, VALIDATION for none, unknown ones or an end beyond a year.
 */
export async function createApiKey(
  platform: Platform,
  viewer: Staff,
  input: { name: string; scopes: readonly string[]; expiresAt: number },
): Promise<{ apiKeyId: string; secret: string }> {
  must(holds(viewer, "keys.manage"), "FORBIDDEN");
  const name = cleanText(input.name, "name", 60);
  const scopes = [...new Set(input.scopes)] as Permission[];
  checkApiKey(scopes, input.expiresAt, viewer.permissions, platform.clock.now());
  const prefix = `kd_${newSecret().slice(0, 8)}`;
  const secret = `${prefix}.${newSecret()}`;
  const key = { name, prefix, secret, scopes, createdBy: viewer.accountId, expiresAt: input.expiresAt };
  const row = await platform.work.run(viewer, (tx) => addApiKey(tx, key));
  return { apiKeyId: row.id, secret };
}
