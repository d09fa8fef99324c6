import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Every form of a trade. */
export const formWords = {
  ORDER_CONFIRMATION: msg`订单确认单`,
  QUOTATION: msg`报价单`,
  CONTRACT: msg`合同登记单`,
  ADVANCE_RECEIPT: msg`预收款收据`,
  ON_BEHALF_RECEIPT: msg`代收款凭证`,
  INSTALMENT_PLAN: msg`分期付款计划表`,
  REFUND: msg`退款单`,
  COMBINED_PAYMENT: msg`组合收款明细`,
  CHANGE: msg`订单变更单`,
  TICKET: msg`服务单`,
  ACCEPTANCE: msg`验收单`,
  SETTLEMENT: msg`服务商结算单`,
  INVOICE_REQUEST: msg`开票申请单`,
  DOSSIER: msg`交易全程表单`,
} as const satisfies Record<string, MessageDescriptor>;

/** Which kind of VAT invoice. */
export const invoiceKindWords = {
  PLAIN: msg`增值税普通发票`,
  SPECIAL: msg`增值税专用发票`,
} as const satisfies Record<string, MessageDescriptor>;
