import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { defaultMenu, type MenuButton } from "./menu.js";
import { MenuRow } from "./wechat.table.js";

export type { MenuRow };

/** There is one menu: its row has a name instead of a number. */
const THE_MENU = "menu";

/** The menu as it is being written and as it was published; what an account starts with until somebody saves one. */
export async function theMenu(sql: Sql): Promise<MenuRow> {
  const [row] = await sql.rows(MenuRow, "WHERE t.id = ?", [THE_MENU]);
  if (row) return row;
  return { id: THE_MENU, draft: [...defaultMenu], published: null, publishedAt: null, problem: null, version: 0 };
}

/** Keeps a draft; false when another was kept since `version`. */
export async function keepDraft(tx: Tx, draft: readonly MenuButton[], version: number): Promise<boolean> {
  const menu = await theMenu(tx);
  if (menu.version !== version) return false;
  if (version === 0) {
    await tx.insert(MenuRow, [{ ...menu, draft: [...draft], version: 1 }]);
    return true;
  }
  return tx.tryChange(MenuRow, { id: THE_MENU, version }, { draft: [...draft] });
}

/** What became of publishing `draft`: it is what followers see from now on, or a problem says why it is not. */
export async function notePublishing(tx: Tx, draft: readonly MenuButton[], problem: string | null): Promise<void> {
  const menu = await theMenu(tx);
  if (menu.version === 0) await tx.insert(MenuRow, [{ ...menu, version: 1 }]);
  const set: Partial<MenuRow> =
    problem === null ? { published: [...draft], publishedAt: tx.now, problem } : { problem };
  await tx.change(MenuRow, { id: THE_MENU }, set);
}
