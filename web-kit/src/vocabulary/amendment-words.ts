import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Readonly<Record<string, MessageDescriptor>>;

/** Whether an order goes on on other terms, or ends. */
export const amendmentKindWords = { CHANGE: msg`变更订单`, CANCELLATION: msg`终止订单` } as const satisfies Words;

export const partKindWords = { ADD: msg`新增`, CHANGE: msg`变更`, CANCEL: msg`取消` } as const satisfies Words;

export const faultWords = {
  CUSTOMER: msg`客户原因`,
  PLATFORM: msg`平台原因`,
  SUPPLIER: msg`服务商原因`,
} as const satisfies Words;

/** How a higher price is paid. */
export const moneyWayWords = { COLLECT: msg`单独收一期差额`, SPREAD: msg`分摊到未付各期` } as const satisfies Words;

/** Why the customer has to agree. */
export const consentWords = {
  PRICE_UP: msg`总价增加`,
  SCOPE_DOWN: msg`服务内容减少`,
  SUPPLIER_CHANGED: msg`更换服务商`,
} as const satisfies Words;

export const wishWords = { CHANGE: msg`申请变更`, CANCEL: msg`申请终止` } as const satisfies Words;

/** Why an order waits for an auditor. */
export const auditReasonWords = {
  OVER_LIMIT: msg`金额达到审核限额`,
  QUOTED: msg`由报价单成交`,
} as const satisfies Words;
