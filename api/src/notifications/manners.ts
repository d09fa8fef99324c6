import { MINUTE } from "../kernel/clock.js";
import { card, letter, type Manner, normal, quiet, urgent } from "./manner.js";
import type { NoticeKind } from "./notice.js";
import { apply, desk, office, own, shop } from "./page.js";

const OFTEN = 10 * MINUTE;

/** How each kind of notice is told: its topic, how far it goes, where it leads, its card with the word of its state row. */
export const manners: Readonly<Record<NoticeKind, Manner>> = {
  ORDER_PLACED: quiet("ORDERS", shop.order, card("ORDER_PLACED", "待付款"), { amount: "total", receipt: true }),
  ORDER_CANCELLED: normal("ORDERS", shop.order, card("ORDER_CLOSED", "已取消"), { detail: "reason" }),
  ORDER_EXPIRED: normal("ORDERS", shop.order, card("ORDER_CLOSED", "已超时")),
  ORDER_COMPLETED: normal("ORDERS", shop.review, card("ORDER_COMPLETED", "请评价"), { consequence: true }),
  INSTALMENT_DUE: urgent("MONEY", shop.pay, card("INSTALMENT_DUE"), {
    amount: "amount",
    reminder: true,
    consequence: true,
  }),
  PAYMENT_RECEIVED: normal("MONEY", shop.order, card("PAYMENT_RECEIVED"), { amount: "amount" }),
  PAYMENT_FAILED: normal("MONEY", shop.order, card("PAYMENT_PROBLEM", "付款未成功"), { amount: "amount" }),
  PAYMENT_REJECTED: urgent("MONEY", shop.order, card("PAYMENT_PROBLEM", "未到账"), {
    amount: "amount",
    detail: "reason",
  }),
  CUSTOMER_CREDITED: normal("MONEY", shop.order, card("PAYMENT_PROBLEM", "已记余款"), { amount: "amount" }),
  TRANSFER_TO_CONFIRM: quiet("TASKS", office.payment, card("TASK", "待确认到账"), { amount: "amount" }),
  PAYMENT_MISMATCH: normal("TASKS", office.mismatched, card("TASK", "待核实")),
  NEW_TICKET: urgent("TASKS", desk.offer, card("NEW_TICKET"), { amount: "pay", until: "offer" }),
  OFFER_EXPIRED: quiet("TASKS", desk.offer, card("TICKET_CHANGED", "已超时")),
  OFFER_WITHDRAWN: quiet("TASKS", desk.offer, card("TICKET_CHANGED", "已撤回"), { detail: "reason" }),
  TICKET_NEEDS_HUMAN: normal("TASKS", office.dispatch, card("TASK", "需人工派单")),
  TICKET_ASSIGNED: normal("PROGRESS", shop.ticket, card("TICKET_ASSIGNED")),
  WORK_STARTED: quiet("PROGRESS", shop.ticket, card("PROGRESS", "服务中"), { collapseMs: OFTEN }),
  PROGRESS_TO_REVIEW: quiet("TASKS", office.report, card("TASK", "进度待审核"), { collapseMs: OFTEN }),
  PROGRESS_APPROVED: normal("PROGRESS", shop.ticket, card("PROGRESS", "有新进度"), {
    detail: "text",
    collapseMs: OFTEN,
  }),
  PROGRESS_REJECTED: normal("TASKS", desk.ticket, card("TICKET_CHANGED", "已退回"), { detail: "reason" }),
  WORK_TO_APPROVE: quiet("TASKS", office.work, card("TASK", "交付待审核")),
  ACCEPTANCE_DUE: urgent("PROGRESS", shop.acceptance, card("ACCEPTANCE", "待验收"), { until: "acceptance" }),
  WORK_RETURNED: urgent("TASKS", desk.ticket, card("TICKET_CHANGED", "需返工"), { detail: "reason" }),
  WORK_ACCEPTED_BY_TIME: normal("PROGRESS", shop.ticket, card("PROGRESS", "已验收")),
  WORK_ACCEPTED: quiet("ORDERS", desk.ticket, card("TICKET_CHANGED", "已验收")),
  REVIEW_PUBLISHED: quiet("ORDERS", desk.reviews),
  APPLICATION_TO_REVIEW: quiet("TASKS", office.application, card("TASK", "入驻待审核")),
  APPLICATION_RETURNED: letter("ACCOUNT", apply.status, null, { detail: "reason" }),
  APPLICATION_REJECTED: letter("ACCOUNT", apply.status, null, { detail: "reason" }),
  SUPPLIER_FOUNDED: letter("ACCOUNT", desk.today),
  SUPPLIER_SUSPENDED: urgent("ACCOUNT", desk.today, card("SUPPLIER_CHANGED", "已停用"), { detail: "reason" }),
  SUPPLIER_RESUMED: normal("ACCOUNT", desk.today, card("SUPPLIER_CHANGED", "已恢复"), { detail: "reason" }),
  SUPPLIER_PAUSED: quiet("ACCOUNT", desk.today, card("SUPPLIER_CHANGED", "已暂停")),
  SUPPLIER_UNPAUSED: quiet("ACCOUNT", desk.today, card("SUPPLIER_CHANGED", "已恢复")),
  SERVICE_TO_REVIEW: quiet("TASKS", office.proposedServices, card("TASK", "报价待审核")),
  SERVICES_TO_REVIEW: quiet("TASKS", office.proposedServices, card("TASK", "报价待审核")),
  CERTIFICATE_TO_REVIEW: quiet("TASKS", office.certificates, card("TASK", "证书待审核")),
  SUPPLIER_TERMINATED: letter("ACCOUNT", desk.today, null, { detail: "reason" }),
  SERVICE_SCHEDULED: normal("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "待生效")),
  SERVICE_IN_FORCE: quiet("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "已生效")),
  SERVICE_ENDED: normal("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "已到期")),
  SERVICE_RETIRED: normal("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "已下架"), { detail: "reason" }),
  CERTIFICATE_VERIFIED: quiet("ACCOUNT", desk.certificates, card("SUPPLIER_CHANGED", "已核验")),
  CERTIFICATE_RETURNED: normal("ACCOUNT", desk.certificates, card("SUPPLIER_CHANGED", "已退回"), { detail: "reason" }),
  CERTIFICATE_EXPIRING: normal("ACCOUNT", desk.certificates, card("SUPPLIER_CHANGED", "将到期"), { detail: "no" }),
  CERTIFICATE_EXPIRED: urgent("ACCOUNT", desk.certificates, card("SUPPLIER_CHANGED", "已过期"), { detail: "no" }),
  SERVICE_APPROVED: normal("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "已通过")),
  SERVICE_REJECTED: normal("ACCOUNT", desk.services, card("SUPPLIER_CHANGED", "未通过"), { detail: "reason" }),
  // Whoever took a session over must not be able to keep these from the owner.
  WECHAT_BOUND: letter("ACCOUNT", own.wechat, null, { consequence: true }),
  WECHAT_UNBOUND: letter("ACCOUNT", own.wechat, null, { consequence: true }),
  WECHAT_UNSUBSCRIBED: quiet("ACCOUNT", own.wechat),
};
