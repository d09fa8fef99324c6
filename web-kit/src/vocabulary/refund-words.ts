import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

/** How a part of a refund gets to the customer. */
export const refundRouteWords = {
  ORIGINAL: msg`原路退回`,
  BANK: msg`银行转账`,
  CREDIT: msg`退为余款`,
} as const satisfies Words;

/** What a refund came from. */
export const refundSourceWords = {
  REQUEST: msg`客户申请`,
  STAFF: msg`平台发起`,
  AMENDMENT: msg`订单变更`,
  CANCELLATION: msg`订单取消`,
} as const satisfies Words;
