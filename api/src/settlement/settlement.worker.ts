import { HOUR } from "../kernel/clock.js";
import type { Errands, TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { confirmStatementInTime } from "./confirm-statement.flow.js";
import { makeDueStatement } from "./make-due-statement.flow.js";
import { suppliersDue } from "./settle-cycles.flow.js";
import { STATEMENT_CONFIRMS } from "./statement.store.js";

export const settlementTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: STATEMENT_CONFIRMS, fire: (statementId) => confirmStatementInTime(platform(), statementId) },
];

/** Looks every six hours whose statement is due. Made twice it finds nothing left, so every process may look. */
export function settlementErrands(platform: () => Platform): Errands[] {
  let last = Number.NEGATIVE_INFINITY;
  return [
    {
      width: 1,
      async claim() {
        const now = platform().clock.now();
        if (now - last < 6 * HOUR) return [];
        last = now;
        return (await suppliersDue(platform())).map((supplierId) => () => makeDueStatement(platform(), supplierId));
      },
    },
  ];
}
