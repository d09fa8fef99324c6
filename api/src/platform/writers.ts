import { must } from "../kernel/refusal.js";
import type { Context } from "./context.js";
import { DraftWriterRow } from "./platform.table.js";
import { marks, type Sql } from "./sql.js";
import type { Tx } from "./tx.js";
import { actorOf, type Viewer } from "./viewer.js";

/**
 * Notes that the transaction's person had a hand in a draft: wrote it, wrote it anew or handed it in. With four eyes none
 * of them lets it pass, whoever touched it last. What no person writes, such as the demo, has no writer.
 */
export async function noteWriter(tx: Tx, draftId: string): Promise<void> {
  if (tx.actorId === null) return;
  const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  await tx.run(`${ignore} INTO draft_writers (draftId, accountId) VALUES (?, ?)`, [draftId, tx.actorId]);
}

/** Who lets a draft pass is a person who had no hand in it. Refuses FOUR_EYES. */
export async function mustBeOther(tx: Tx, draftId: string, viewer: Viewer): Promise<void> {
  const person = actorOf(viewer);
  must(person !== null && !(await draftsOf(tx, [draftId], person)).has(draftId), "FOUR_EYES");
}

const MINE = Symbol("drafts that the viewer had a hand in");

/** Whether the viewer had a hand in a draft, in one statement for all that a request asks for. */
export async function isWriter({ platform, loaders, viewer }: Context, draftId: string): Promise<boolean> {
  const person = actorOf(viewer);
  if (person === null) return false;
  const drafts = loaders.byId(MINE, async (ids) => {
    const mine = await draftsOf(platform.database.read, ids, person);
    return new Map(ids.map((id) => [id, mine.has(id)]));
  });
  return (await drafts.load(draftId)) ?? false;
}

/** Those of these drafts that this person had a hand in. */
async function draftsOf(sql: Sql, draftIds: readonly string[], accountId: string): Promise<Set<string>> {
  const tail = `WHERE t.accountId = ? AND t.draftId IN (${marks(draftIds)})`;
  return new Set((await sql.rows(DraftWriterRow, tail, [accountId, ...draftIds])).map(({ draftId }) => draftId));
}
