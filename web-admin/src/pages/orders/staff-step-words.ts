import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Whose turn it is, said to staff. */
export const staffStepWords: Readonly<Record<string, MessageDescriptor>> = {
  WAIT_AUDIT: msg`等另一位同事审核订单，通过后客户才能付款。`,
  RESUBMIT_ORDER: msg`已退回客户，等客户重新提交。`,
  ANSWER_AMENDMENT: msg`等客户确认订单变更。`,
  PAY_INSTALMENT: msg`等客户支付本期款项。`,
  PAY_SUPPLIER: msg`等服务商上门收取本期款项并登记。`,
  WAIT_CONFIRM_PAYMENT: msg`客户已上传转账凭证，等财务确认到账。`,
  WAIT_CONTRACT: msg`合同待出具。`,
  SIGN_CONTRACT: msg`等客户签署并上传合同。`,
  WAIT_VERIFY_CONTRACT: msg`客户已上传合同，等另一位同事核验。`,
  WAIT_DISPATCH: msg`正在为服务单找服务商。`,
  WAIT_ACCEPT_OFFER: msg`已派单，等服务商接单；超时会自动换下一家。`,
  WAIT_WORK: msg`服务商正在服务。`,
  WAIT_REVIEW_OF_WORK: msg`服务商已交付，等平台审核。`,
  ACCEPT_WORK: msg`平台已审核通过，等客户验收；客户未答复会到期自动验收。`,
  REVIEW_ORDER: msg`服务已完成，等客户评价。`,
  DONE: msg`服务已完成，客户已评价。`,
  CANCELLED: msg`订单已关闭。`,
};
