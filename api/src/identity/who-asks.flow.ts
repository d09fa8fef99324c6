import { MINUTE } from "../kernel/clock.js";
import type { App } from "../platform/context.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM, type Viewer } from "../platform/viewer.js";
import { memberOfAccount } from "../suppliers/supplier.store.js";
import { sessionLives } from "./account.js";
import { apiKeyBySecret, noteUse } from "./api-key.store.js";
import { audienceOfApp } from "./apps.js";
import { permissionsOf, type SessionWithAccount, sessionByToken, touchSession } from "./identity.store.js";

/**
 * The viewer behind a session cookie of one app; anonymous when the session is unknown, over, idle for too long, of
 * another app, or its account is disabled.
 */
export async function whoAsks(platform: Platform, app: App, token: string | undefined, ip: string): Promise<Viewer> {
  const nobody: Viewer = { kind: "anonymous", ip };
  if (!token) return nobody;
  const session = await sessionByToken(platform.database.read, token);
  if (!session || session.audience !== audienceOfApp[app]) return nobody;
  const now = platform.clock.now();
  if (!sessionLives(session.audience, session, now)) return nobody;
  if (now - session.lastSeenAt > MINUTE) await platform.work.run(SYSTEM, (tx) => touchSession(tx, session.sessionId));
  return (await viewerOf(platform, session, ip)) ?? nobody;
}

async function viewerOf(platform: Platform, session: SessionWithAccount, ip: string): Promise<Viewer | null> {
  const { accountId, sessionId } = session;
  if (session.audience === "CUSTOMER") return { kind: "customer", accountId, sessionId, ip };
  if (session.audience === "STAFF") {
    return {
      kind: "staff",
      accountId,
      sessionId,
      permissions: await permissionsOf(platform.database.read, accountId),
      ip,
    };
  }
  const member = await memberOfAccount(platform.database.read, accountId);
  if (!member) return null;
  return {
    kind: "supplier",
    accountId,
    sessionId,
    supplierId: member.supplierId,
    memberId: member.id,
    role: member.role,
    ip,
  };
}

/** The viewer behind an API key; null when the key is unknown, revoked or over. */
export async function whoHolds(platform: Platform, secret: string, ip: string): Promise<Viewer | null> {
  const now = platform.clock.now();
  const key = await apiKeyBySecret(platform.database.read, secret, now);
  if (!key) return null;
  if (now - (key.lastUsedAt ?? 0) > MINUTE) await platform.work.run(SYSTEM, (tx) => noteUse(tx, key.id));
  return { kind: "integration", apiKeyId: key.id, permissions: new Set(key.scopes), ip };
}
