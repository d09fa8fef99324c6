import { permissionsOf } from "../identity/identity.store.js";
import type { Platform } from "../platform/platform.js";
import type { Staff } from "../platform/viewer.js";

/** A staff account that asks in the chat, with the rights of this moment. It has no session: it reads and does nothing. */
export async function staffInChat({ database }: Platform, accountId: string): Promise<Staff> {
  const permissions = await permissionsOf(database.read, accountId);
  return { kind: "staff", accountId, sessionId: "", permissions, ip: "" };
}
