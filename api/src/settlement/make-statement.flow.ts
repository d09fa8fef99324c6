import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { cutStatementOf } from "./cut-statement.step.js";
import { queuesMoved } from "./facts.js";

/**
 * Makes a supplier's statement of everything that may be paid now; by hand it is a draft, which staff look at before the
 * supplier does. Returns its id. Refuses NOT_FOUND and NOTHING_TO_SETTLE.
 */
export async function makeStatement(
  platform: Platform,
  viewer: Viewer,
  input: { readonly supplierId: string; readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const { supplierId, idempotencyKey: key } = input;
  const once = { operation: "makeStatement", key, input: { supplierId } };
  const { statementId } = await platform.work.once(viewer, once, async (tx) => {
    const statement = await cutStatementOf(tx, supplierId);
    must(statement, "NOTHING_TO_SETTLE");
    await noteWriter(tx, statement.id);
    tx.record(queuesMoved);
    return { statementId: statement.id };
  });
  return statementId;
}
