import { newId, newSecret } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { LINK_LIFE_MS } from "./link.js";
import { WechatLinkRow } from "./wechat.table.js";

export type { WechatLinkRow };

/** Links that each sign an account in once within ten minutes and open `path`; their tokens for `/w/<token>`, in order. */
export async function issueLinks(
  tx: Tx,
  links: readonly { readonly accountId: string; readonly path: string }[],
): Promise<string[]> {
  const made = links.map(({ accountId, path }) => ({ token: newSecret(), accountId, path }));
  const rows = made.map(({ token, accountId, path }) => ({
    id: newId(),
    tokenHash: fingerprint(token),
    accountId,
    path,
    expiresAt: tx.now + LINK_LIFE_MS,
    usedAt: null,
  }));
  await tx.insert(WechatLinkRow, rows);
  return made.map(({ token }) => token);
}

export async function linkByToken(sql: Sql, token: string): Promise<WechatLinkRow | undefined> {
  return (await sql.rows(WechatLinkRow, "WHERE t.tokenHash = ?", [fingerprint(token)]))[0];
}

/** Uses a link up; false when somebody was faster or it is over. */
export async function spendLink(tx: Tx, link: WechatLinkRow): Promise<boolean> {
  return (
    link.expiresAt > tx.now && (await tx.tryChange(WechatLinkRow, { id: link.id, usedAt: null }, { usedAt: tx.now }))
  );
}

/** Makes the open links of an account worthless. */
export async function dropLinks(tx: Tx, accountId: string): Promise<void> {
  await tx.run("UPDATE wechat_links SET usedAt = ? WHERE accountId = ? AND usedAt IS NULL", [tx.now, accountId]);
}
