import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

/** Who sells and who collects, as staff choose it. */
export const collectionModeWords = {
  OWN_SALE: msg`平台销售，平台收款`,
  SUB_MERCHANT: msg`服务商销售，支付通道代收`,
  CUSTODY: msg`服务商销售，银行存管代收`,
  DIRECT: msg`服务商销售，服务商收款`,
} as const satisfies Words;

/** The same, as customers and suppliers read it. */
export const soldByWords = {
  OWN_SALE: msg`由平台销售并收款`,
  SUB_MERCHANT: msg`由服务商销售，平台代收款`,
  CUSTODY: msg`由服务商销售，平台代收款`,
  DIRECT: msg`由服务商销售并直接收款`,
} as const satisfies Words;

/** Who paid an office. */
export const partyWords = {
  PLATFORM: msg`平台缴纳`,
  SUPPLIER: msg`服务商垫付`,
} as const satisfies Words;
