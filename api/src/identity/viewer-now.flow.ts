import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { memberOfAccount } from "../suppliers/supplier.store.js";
import { sessionLives } from "./account.js";
import { permissionsOf, sessionById } from "./identity.store.js";

/**
 * The same viewer with the rights of this moment; null when the session ended, the account was disabled or the
 * supplier dropped the member. What is shown over a long-lived connection asks before each event.
 */
export async function viewerNow(platform: Platform, viewer: Viewer): Promise<Viewer | null> {
  if (!("sessionId" in viewer)) return viewer.kind === "system" ? viewer : null;
  const { read } = platform.database;
  const session = await sessionById(read, viewer.sessionId);
  if (!session || !sessionLives(session.audience, session, platform.clock.now())) return null;
  if (viewer.kind === "customer") return viewer;
  if (viewer.kind === "staff") return { ...viewer, permissions: await permissionsOf(read, viewer.accountId) };
  const member = await memberOfAccount(read, viewer.accountId);
  if (!member || member.supplierId !== viewer.supplierId) return null;
  return { ...viewer, memberId: member.id, role: member.role };
}
