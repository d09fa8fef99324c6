import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { noteWriter } from "../platform/writers.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { lineById, lockStatement, setLine } from "./statement.store.js";

/**
 * Staff answer a disputed line: its item may be in the next statement, with whatever was corrected in the books meanwhile.
 * Who answered does not approve it later. Refuses NOT_FOUND, INVALID_STATE, REASON_REQUIRED.
 */
export async function answerDispute(
  platform: Platform,
  viewer: Viewer,
  input: { readonly lineId: string; readonly answer: string },
): Promise<void> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const answer = cleanReason(input.answer, 300);
  await platform.work.run(viewer, async (tx) => {
    const known = found(await lineById(tx, input.lineId));
    const statement = found(await lockStatement(tx, known.statementId));
    const line = found(await lineById(tx, input.lineId));
    must(line.state === "DISPUTED", "INVALID_STATE", { thing: "statement line" });
    await setLine(tx, line, { state: "ANSWERED", answer, liveItem: null });
    await noteWriter(tx, line.id);
    tx.record(settlementFacts.answered(statement, { title: line.title, detail: answer }), queuesMoved);
  });
}
