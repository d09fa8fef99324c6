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
  OWN_SALE: msg`由平台销售、收款并开票`,
  SUB_MERCHANT: msg`由服务商销售并开票，平台代收款`,
  CUSTODY: msg`由服务商销售并开票，平台代收款`,
  DIRECT: msg`由服务商销售、收款并开票`,
} as const satisfies Words;

/** Who paid an office. */
export const partyWords = {
  PLATFORM: msg`平台缴纳`,
  SUPPLIER: msg`服务商垫付`,
} as const satisfies Words;

/** What its supplier reads of work that it sells itself. */
export const ownSaleWords = {
  OWN_SALE: msg`由平台销售、收款并开票`,
  SUB_MERCHANT: msg`由您销售并开票，平台代收款，验收后扣除佣金结算给您。`,
  CUSTODY: msg`由您销售并开票，平台代收款，验收后扣除佣金结算给您。`,
  DIRECT: msg`由您销售、收款并开票，平台另向您收取佣金。`,
} as const satisfies Words;
