import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

/** What a line of a statement is. */
export const settledForWords = {
  OWED: msg`服务费`,
  KEPT_BACK: msg`质保金释放`,
  COLLECTED: msg`代收款释放`,
  CLAIMED: msg`扣回`,
} as const satisfies Words;

/** What an amount of a statement is made of. */
export const settledPartWords = {
  GROSS: msg`平台代收价款`,
  COMMISSION: msg`平台佣金`,
  COST: msg`议定服务费`,
  FEE: msg`代垫官费`,
  CHANGE: msg`订单变更`,
  REFUND_CLAIM: msg`退款追索`,
  CHARGE: msg`扣款`,
  RETENTION: msg`留存质保金`,
  SETTLED: msg`此前已结`,
  LEFT: msg`留待下期`,
  OTHER: msg`其他`,
} as const satisfies Words;

/** What keeps money from being paid. */
export const blockerWords = {
  DISPUTE_WINDOW: msg`顾客异议期内`,
  IN_STATEMENT: msg`已在结算单中`,
  DISPUTED: msg`异议待答复`,
  RETAINED: msg`质保期内`,
} as const satisfies Words;

/** When statements are made. */
export const cycleWords = {
  T_PLUS_7: msg`每天（验收满 7 天）`,
  WEEKLY: msg`每周一`,
  MONTHLY: msg`每月 1 日`,
  MANUAL: msg`人工结算`,
} as const satisfies Words;

/** How a claim on a supplier ends otherwise than by a statement. */
export const claimEndWords = {
  DEPOSIT: msg`从保证金扣除`,
  WRITTEN_OFF: msg`核销`,
  PAID: msg`服务商付清`,
} as const satisfies Words;
