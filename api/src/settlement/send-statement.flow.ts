import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { sendToSupplier } from "./send-to-supplier.step.js";
import type { StatementSeen } from "./statement.js";
import { lockStatement } from "./statement.store.js";

/** Staff send a draft to its supplier. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE. */
export async function sendStatement(platform: Platform, viewer: Viewer, input: StatementSeen): Promise<void> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const statement = found(await lockStatement(tx, input.statementId));
    must(statement.version === input.version, "STALE_VERSION");
    await noteWriter(tx, statement.id);
    await sendToSupplier(tx, statement);
  });
}
