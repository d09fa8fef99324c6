import { newId, newSecret } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Permission } from "../platform/viewer.js";
import { type Audience, type LinkPurpose, sessionEnd } from "./account.js";
import { AccountRow, OneTimeLinkRow, RoleRow, SessionRow, SignUpCodeRow, StaffRoleRow } from "./identity.table.js";

export type { AccountRow, RoleRow, SessionRow };

export async function accountByLogin(sql: Sql, audience: Audience, login: string): Promise<AccountRow | undefined> {
  return (await sql.rows(AccountRow, "WHERE t.audience = ? AND t.login = ?", [audience, login]))[0];
}

export async function accountsById(sql: Sql, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const rows = await sql.rows(AccountRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Takes the account's row for the rest of the transaction: what is the person's over all orders is counted by one at a time. */
export async function holdAccount(tx: Tx, id: string): Promise<void> {
  await tx.run("UPDATE accounts SET id = id WHERE id = ?", [id]);
}

export async function accountById(sql: Sql, id: string): Promise<AccountRow | undefined> {
  return (await accountsById(sql, [id])).get(id);
}

/** Takes the account's row for the rest of the transaction and returns it as it is now. */
export async function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  await tx.run("UPDATE accounts SET version = version WHERE id = ?", [id]);
  return accountById(tx, id);
}

/** A new account; without a hash it can't sign in until its owner sets a password by a link. */
export async function addAccount(
  tx: Tx,
  audience: Audience,
  account: { login: string; displayName: string; phone: string | null; passwordHash: string | null },
): Promise<AccountRow> {
  const row = { id: newId(), audience, ...account, active: true, createdAt: tx.now, version: 1 };
  await tx.insert(AccountRow, [row]);
  return row;
}

export async function setPasswordHash(tx: Tx, account: AccountRow, passwordHash: string): Promise<void> {
  await tx.change(AccountRow, { id: account.id, version: account.version }, { passwordHash });
}

export async function setAccountActive(tx: Tx, id: string, version: number, active: boolean): Promise<void> {
  await tx.change(AccountRow, { id, version }, { active });
}

/** Claims an account's version, so that two edits of what hangs on it (roles) can't both win. */
export async function touchAccount(tx: Tx, id: string, version: number): Promise<void> {
  await tx.change(AccountRow, { id, version }, {});
}

// Sessions

/** A session as the edge hands it out: the token goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly expiresAt: number;
}

/** Where a session is opened from; shown to its owner. */
export interface Device {
  readonly userAgent: string | null;
  readonly ip: string | null;
}

/** Starts a session with a fresh token, so that a token known before signing in is worth nothing after it. */
export async function openSession(tx: Tx, account: AccountRow, device: Device): Promise<OpenedSession> {
  const token = newSecret();
  const row = {
    id: newId(),
    tokenHash: fingerprint(token),
    accountId: account.id,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt: sessionEnd(account.audience, tx.now),
    userAgent: device.userAgent?.slice(0, 300) ?? null,
    ip: device.ip,
  };
  await tx.insert(SessionRow, [row]);
  return { token, sessionId: row.id, accountId: account.id, expiresAt: row.expiresAt };
}

export interface SessionWithAccount {
  readonly sessionId: string;
  readonly accountId: string;
  readonly audience: Audience;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

/** The session of a token whose account is active. Whether it still lives is the rule's to say. */
export async function sessionByToken(sql: Sql, token: string): Promise<SessionWithAccount | undefined> {
  const [row] = await sql.query<SessionWithAccount>(
    `SELECT s.id AS sessionId, s.accountId, a.audience, s.lastSeenAt, s.expiresAt
     FROM sessions s JOIN accounts a ON a.id = s.accountId WHERE s.tokenHash = ? AND a.active = 1`,
    [fingerprint(token)],
  );
  return row;
}

/** The same by the session's id, for a connection that outlives its first request. */
export async function sessionById(sql: Sql, id: string): Promise<SessionWithAccount | undefined> {
  const [row] = await sql.query<SessionWithAccount>(
    `SELECT s.id AS sessionId, s.accountId, a.audience, s.lastSeenAt, s.expiresAt
     FROM sessions s JOIN accounts a ON a.id = s.accountId WHERE s.id = ? AND a.active = 1`,
    [id],
  );
  return row;
}

/** Which of these sessions are neither ended, nor over, nor of a disabled account. Five hundred at a time. */
export async function livingSessions(sql: Sql, ids: readonly string[], now: number): Promise<Set<string>> {
  const living = new Set<string>();
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    const rows = await sql.query<{ id: string }>(
      `SELECT s.id FROM sessions s JOIN accounts a ON a.id = s.accountId
       WHERE s.id IN (${marks(some)}) AND s.expiresAt > ? AND a.active = 1`,
      [...some, now],
    );
    for (const row of rows) living.add(row.id);
  }
  return living;
}

export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.run("UPDATE sessions SET lastSeenAt = ? WHERE id = ?", [tx.now, sessionId]);
}

export async function sessionsOf(sql: Sql, accountId: string): Promise<SessionRow[]> {
  return sql.rows(SessionRow, "WHERE t.accountId = ? ORDER BY t.lastSeenAt DESC, t.id LIMIT 100", [accountId]);
}

/** Ends one session of an account; tells whether there was one. */
export async function endSessionOf(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
  return (await tx.run("DELETE FROM sessions WHERE id = ? AND accountId = ?", [sessionId, accountId])) === 1;
}

/** Ends every session of an account but the one that is kept. */
export async function endSessions(tx: Tx, accountId: string, keep: string | null = null): Promise<void> {
  await tx.run("DELETE FROM sessions WHERE accountId = ? AND id <> ?", [accountId, keep ?? ""]);
}

// One-time links and codes

export async function addLink(
  tx: Tx,
  purpose: LinkPurpose,
  accountId: string,
  token: string,
  lifeMs: number,
): Promise<void> {
  // A new link makes the older ones of its kind worthless.
  await tx.run("UPDATE one_time_links SET usedAt = ? WHERE accountId = ? AND purpose = ? AND usedAt IS NULL", [
    tx.now,
    accountId,
    purpose,
  ]);
  const row = {
    id: newId(),
    tokenHash: fingerprint(token),
    purpose,
    accountId,
    expiresAt: tx.now + lifeMs,
    usedAt: null,
  };
  await tx.insert(OneTimeLinkRow, [row]);
}

export async function linkByToken(sql: Sql, token: string): Promise<OneTimeLinkRow | undefined> {
  return (await sql.rows(OneTimeLinkRow, "WHERE t.tokenHash = ?", [fingerprint(token)]))[0];
}

/** Uses a link up; false when somebody was faster. */
export async function spendLink(tx: Tx, link: OneTimeLinkRow): Promise<boolean> {
  return tx.tryChange(OneTimeLinkRow, { id: link.id, usedAt: null }, { usedAt: tx.now });
}

export async function addSignUpCode(tx: Tx, login: string, code: string, lifeMs: number): Promise<void> {
  await tx.run("UPDATE sign_up_codes SET usedAt = ? WHERE login = ? AND usedAt IS NULL", [tx.now, login]);
  const row = { id: newId(), login, codeHash: fingerprint(code), tries: 0, expiresAt: tx.now + lifeMs, usedAt: null };
  await tx.insert(SignUpCodeRow, [row]);
}

export async function openSignUpCode(sql: Sql, login: string, now: number): Promise<SignUpCodeRow | undefined> {
  const tail = "WHERE t.login = ? AND t.usedAt IS NULL AND t.expiresAt > ?";
  return (await sql.rows(SignUpCodeRow, tail, [login, now]))[0];
}

export async function countTry(tx: Tx, code: SignUpCodeRow): Promise<void> {
  await tx.run("UPDATE sign_up_codes SET tries = tries + 1 WHERE id = ?", [code.id]);
}

export async function spendSignUpCode(tx: Tx, code: SignUpCodeRow): Promise<boolean> {
  return tx.tryChange(SignUpCodeRow, { id: code.id, usedAt: null }, { usedAt: tx.now });
}

// Staff and roles

export async function staffAccounts(sql: Sql): Promise<AccountRow[]> {
  return sql.rows(AccountRow, "WHERE t.audience = 'STAFF' ORDER BY t.createdAt, t.id LIMIT 500");
}

export async function allRoles(sql: Sql): Promise<RoleRow[]> {
  return sql.rows(RoleRow, "ORDER BY t.builtIn DESC, t.name LIMIT 200");
}

export async function roleIdsOf(sql: Sql, accountIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql.rows(StaffRoleRow, `WHERE t.accountId IN (${marks(accountIds)})`, accountIds);
  const byAccount = new Map<string, string[]>();
  for (const row of rows) byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row.roleId]);
  return byAccount;
}

export async function setRolesOf(tx: Tx, accountId: string, roleIds: readonly string[]): Promise<void> {
  await tx.run("DELETE FROM staff_roles WHERE accountId = ?", [accountId]);
  await tx.insert(
    StaffRoleRow,
    [...new Set(roleIds)].map((roleId) => ({ accountId, roleId })),
  );
}

/** The permissions of a staff account: the union of its roles. */
export async function permissionsOf(sql: Sql, accountId: string): Promise<Set<Permission>> {
  const rows = await sql.query<{ permissions: string }>(
    "SELECT r.permissions FROM staff_roles s JOIN roles r ON r.id = s.roleId WHERE s.accountId = ?",
    [accountId],
  );
  return new Set(rows.flatMap((row) => JSON.parse(row.permissions) as Permission[]));
}

/** Holds who may do what for the rest of the transaction, so that two administrators can't shut each other out at once. */
export async function lockAccess(tx: Tx): Promise<void> {
  await tx.run("UPDATE roles SET version = version");
}

/** The active staff that hold a permission. */
export async function activeHolders(sql: Sql, permission: Permission): Promise<string[]> {
  const rows = await sql.query<{ accountId: string; permissions: string }>(
    `SELECT s.accountId, r.permissions FROM staff_roles s JOIN roles r ON r.id = s.roleId
     JOIN accounts a ON a.id = s.accountId WHERE a.active = 1`,
  );
  const holders = rows.filter((row) => (JSON.parse(row.permissions) as Permission[]).includes(permission));
  return [...new Set(holders.map((row) => row.accountId))];
}

/** How many they are; used to keep at least one administrator. */
export async function countHolders(sql: Sql, permission: Permission): Promise<number> {
  return (await activeHolders(sql, permission)).length;
}

export async function addRole(
  tx: Tx,
  role: { name: string; permissions: Permission[]; builtIn: boolean },
): Promise<RoleRow> {
  const row = { id: newId(), ...role, version: 1 };
  await tx.insert(RoleRow, [row]);
  return row;
}

export async function changeRole(
  tx: Tx,
  id: string,
  version: number,
  set: { name: string; permissions: Permission[] },
): Promise<void> {
  await tx.change(RoleRow, { id, version }, set);
}

/** Active customers of exactly this login or phone number, at most five: staff who write to somebody must know them. */
export async function customersBy(sql: Sql, loginOrPhone: string): Promise<AccountRow[]> {
  const tail = "WHERE t.audience = 'CUSTOMER' AND t.active = ? AND (t.login = ? OR t.phone = ?) ORDER BY t.id LIMIT 5";
  return sql.rows(AccountRow, tail, [true, loginOrPhone.toLowerCase(), loginOrPhone]);
}
