import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { cutStatementOf } from "./cut-statement.step.js";
import { sendToSupplier } from "./send-to-supplier.step.js";

/** Makes a supplier's statement because its day has come, and sends it at once. Nothing happens when nothing may be paid. */
export async function makeDueStatement(platform: Platform, supplierId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const statement = await cutStatementOf(tx, supplierId);
    if (statement) await sendToSupplier(tx, statement);
  });
}
