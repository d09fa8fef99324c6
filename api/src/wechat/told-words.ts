import type { StepCode } from "../orders/next-step.js";
import type { TimelineKind } from "../orders/timeline.js";

/** Whose turn it is, in the words of the shop's page. */
export const stepWords: Readonly<Record<StepCode, string>> = {
  PAY_INSTALMENT: "请支付本期款项",
  WAIT_CONFIRM_PAYMENT: "等待确认到账",
  WAIT_DISPATCH: "正在安排服务商",
  WAIT_ACCEPT_OFFER: "等待服务商接单",
  WAIT_WORK: "服务进行中",
  WAIT_REVIEW_OF_WORK: "平台正在审核",
  ACCEPT_WORK: "请验收",
  REVIEW_ORDER: "请评价这次服务",
  DONE: "服务已完成",
  CANCELLED: "订单已关闭",
};

/** What happened, in the words of the shop's timeline. */
export const timelineWords: Readonly<Record<TimelineKind, string>> = {
  ORDER_PLACED: "提交了订单",
  ORDER_CANCELLED: "订单已取消",
  ORDER_EXPIRED: "订单因未按时付款而关闭",
  PAYMENT_STARTED: "开始付款",
  SLIP_UPLOADED: "上传了转账凭证，等待平台确认",
  PAYMENT_REJECTED: "这笔付款未通过核对",
  PAYMENT_FAILED: "付款未成功",
  PAYMENT_QUARANTINED: "渠道通知的金额与应付不符，已搁置待核对",
  PAYMENT_RECEIVED: "收到付款",
  CUSTOMER_CREDITED: "多付的款项已记入您的账户",
  INSTALMENT_DUE: "新一期款项到期",
  DELIVERY_STARTED: "服务单已生成，开始安排服务",
  TICKET_OFFERED: "已向服务商派单",
  OFFER_DECLINED: "服务商未接单，正在另行安排",
  OFFER_EXPIRED: "服务商超时未回复，正在另行安排",
  OFFER_WITHDRAWN: "派单已撤回，正在另行安排",
  TICKET_NEEDS_HUMAN: "转由调度员人工安排",
  TICKET_ASSIGNED: "服务商已接单",
  WORK_STARTED: "开始服务",
  PROGRESS_POSTED: "服务商提交了新进度",
  PROGRESS_APPROVED: "服务有新进度",
  PROGRESS_REJECTED: "进度被驳回，服务商将补充",
  WORK_DELIVERED: "服务商申请验收，平台审核中",
  WORK_APPROVED: "平台审核通过，等待验收",
  REWORK_REQUESTED: "要求返工",
  WORK_ACCEPTED: "验收通过",
  ORDER_COMPLETED: "全部服务已完成",
  REVIEW_PUBLISHED: "发表了评价",
};
