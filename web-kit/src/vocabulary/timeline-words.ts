import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What happened, in the words of the order's timeline. The subject and detail of the entry follow on their own line. */
export const timelineWords = {
  ORDER_PLACED: msg`提交了订单`,
  ORDER_QUOTED: msg`由报价单成交`,
  ORDER_CANCELLED: msg`订单已取消`,
  ORDER_EXPIRED: msg`订单因未按时付款而关闭`,
  CONTRACT_ISSUED: msg`合同已出具，等待签署`,
  CONTRACT_UPLOADED: msg`上传了签好的合同，等待核验`,
  CONTRACT_REJECTED: msg`合同未通过核验，请重新上传`,
  CONTRACT_VERIFIED: msg`合同核验通过，已生效`,
  CONTRACT_VOIDED: msg`合同已作废，不再有效`,
  PAYMENT_STARTED: msg`开始付款`,
  SLIP_UPLOADED: msg`上传了转账凭证，等待平台确认`,
  PAYMENT_REJECTED: msg`这笔付款未通过核对`,
  PAYMENT_FAILED: msg`付款未成功`,
  PAYMENT_QUARANTINED: msg`渠道通知的金额与应付不符，已搁置待核对`,
  PAYMENT_RECEIVED: msg`收到付款`,
  CUSTOMER_CREDITED: msg`多付的款项已记入您的账户`,
  INSTALMENT_DUE: msg`新一期款项到期`,
  DELIVERY_STARTED: msg`服务单已生成，开始安排服务`,
  TICKET_OFFERED: msg`已向服务商派单`,
  OFFER_DECLINED: msg`服务商未接单，正在另行安排`,
  OFFER_EXPIRED: msg`服务商超时未回复，正在另行安排`,
  OFFER_WITHDRAWN: msg`派单已撤回，正在另行安排`,
  TICKET_NEEDS_HUMAN: msg`转由调度员人工安排`,
  TICKET_ASSIGNED: msg`服务商已接单`,
  WORK_STARTED: msg`开始服务`,
  PROGRESS_POSTED: msg`服务商提交了新进度`,
  PROGRESS_APPROVED: msg`服务有新进度`,
  PROGRESS_REJECTED: msg`进度被驳回，服务商将补充`,
  WORK_DELIVERED: msg`服务商申请验收，平台审核中`,
  WORK_APPROVED: msg`平台审核通过，等待验收`,
  REWORK_REQUESTED: msg`要求返工`,
  WORK_ACCEPTED: msg`验收通过`,
  ORDER_COMPLETED: msg`全部服务已完成`,
  REVIEW_PUBLISHED: msg`发表了评价`,
} as const satisfies Record<string, MessageDescriptor>;

export type TimelineKind = keyof typeof timelineWords;
