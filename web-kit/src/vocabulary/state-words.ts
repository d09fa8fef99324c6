import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The meaning of a colour; a tag always carries a word and an icon as well. */
export type Tone = "neutral" | "info" | "ok" | "warn" | "danger" | "review" | "money";

export type StateWord = { readonly word: MessageDescriptor; readonly tone: Tone };

const w = (word: MessageDescriptor, tone: Tone): StateWord => ({ word, tone });

/**
 * The one dictionary of states: every state of every axis in the API, its word and its tone.
 * `TicketForCustomer` says less than `TicketState`: who has to find a supplier by hand is not the customer's business.
 */
export const stateWords = {
  OrderState: {
    SUBMITTED: w(msg`待付款`, "warn"),
    PENDING_AUDIT: w(msg`待审核`, "review"),
    RETURNED: w(msg`已退回`, "warn"),
    CONFIRMED: w(msg`已确认`, "info"),
    IN_DELIVERY: w(msg`服务中`, "info"),
    COMPLETED: w(msg`已完成`, "ok"),
    CANCELLED: w(msg`已取消`, "neutral"),
    EXPIRED: w(msg`已过期`, "neutral"),
  },
  AmendmentState: {
    DRAFT: w(msg`编制中`, "neutral"),
    WAIT_CUSTOMER: w(msg`待客户确认`, "warn"),
    WAIT_AUDIT: w(msg`待审核`, "review"),
    APPLIED: w(msg`已生效`, "ok"),
    REJECTED: w(msg`未通过`, "neutral"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
    STALE: w(msg`已失效`, "neutral"),
    EXPIRED: w(msg`已过期`, "neutral"),
  },
  ChangeRequestState: {
    OPEN: w(msg`待处理`, "warn"),
    MADE: w(msg`已受理`, "ok"),
    DECLINED: w(msg`未采纳`, "neutral"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  QuotationState: {
    DRAFT: w(msg`编制中`, "neutral"),
    INTERNAL_REVIEW: w(msg`待内审`, "review"),
    SENT: w(msg`待确认`, "warn"),
    ACCEPTED: w(msg`已接受`, "ok"),
    CONVERTED: w(msg`已成交`, "ok"),
    DECLINED: w(msg`已拒绝`, "neutral"),
    EXPIRED: w(msg`已过期`, "neutral"),
    SUPERSEDED: w(msg`已被新版替代`, "neutral"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  QuotationRequestState: {
    OPEN: w(msg`待答复`, "warn"),
    ANSWERED: w(msg`已答复`, "ok"),
    LAPSED: w(msg`已失效`, "neutral"),
  },
  RefundState: {
    REQUESTED: w(msg`待处理`, "warn"),
    PROPOSED: w(msg`待客户确认`, "warn"),
    AGREED: w(msg`待批准`, "review"),
    APPROVED: w(msg`已批准`, "money"),
    EXECUTING: w(msg`退款中`, "money"),
    PARTLY_FAILED: w(msg`部分失败`, "danger"),
    SUCCEEDED: w(msg`已退款`, "ok"),
    REJECTED: w(msg`未通过`, "danger"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  RefundPartState: {
    PLANNED: w(msg`待退`, "neutral"),
    SENDING: w(msg`退款中`, "money"),
    WAITING_CASHIER: w(msg`待转账`, "warn"),
    SUCCEEDED: w(msg`已退款`, "ok"),
    FAILED: w(msg`未成功`, "danger"),
  },
  MoneyState: {
    UNPAID: w(msg`未付款`, "warn"),
    PARTLY_PAID: w(msg`部分付款`, "money"),
    PAID_TO_PLAN: w(msg`按期付款中`, "ok"),
    PAID: w(msg`已付清`, "ok"),
    OVERPAID: w(msg`有余款`, "info"),
    PARTLY_REFUNDED: w(msg`部分退款`, "info"),
    REFUNDED: w(msg`已全部退款`, "neutral"),
  },
  TicketState: {
    WAITING: w(msg`未开始`, "neutral"),
    TO_DISPATCH: w(msg`待派单`, "warn"),
    OFFERED: w(msg`待接单`, "info"),
    NEEDS_HUMAN: w(msg`需人工派单`, "danger"),
    ASSIGNED: w(msg`已接单`, "info"),
    IN_PROGRESS: w(msg`服务中`, "info"),
    DELIVERED: w(msg`待审核`, "review"),
    PLATFORM_APPROVED: w(msg`待验收`, "review"),
    REWORK: w(msg`返工中`, "warn"),
    ACCEPTED: w(msg`已验收`, "ok"),
    CANCELLED: w(msg`已取消`, "neutral"),
  },
  TicketForCustomer: {
    WAITING: w(msg`未开始`, "neutral"),
    TO_DISPATCH: w(msg`安排中`, "warn"),
    OFFERED: w(msg`安排中`, "warn"),
    NEEDS_HUMAN: w(msg`安排中`, "warn"),
    ASSIGNED: w(msg`已接单`, "info"),
    IN_PROGRESS: w(msg`服务中`, "info"),
    DELIVERED: w(msg`平台审核中`, "review"),
    PLATFORM_APPROVED: w(msg`待验收`, "review"),
    REWORK: w(msg`返工中`, "warn"),
    ACCEPTED: w(msg`已验收`, "ok"),
    CANCELLED: w(msg`已取消`, "neutral"),
  },
  ContractState: {
    DRAFT: w(msg`待出具`, "neutral"),
    ISSUED: w(msg`待签署`, "warn"),
    SIGNED_UPLOADED: w(msg`待核验`, "review"),
    REJECTED: w(msg`已退回`, "danger"),
    VERIFIED: w(msg`已生效`, "ok"),
    ADDENDUM_NEEDED: w(msg`待签补充协议`, "warn"),
    FULFILLED: w(msg`已履行`, "ok"),
    TERMINATED: w(msg`已终止`, "neutral"),
  },
  FormState: {
    ISSUED: w(msg`有效`, "ok"),
    SUPERSEDED: w(msg`已被新版替代`, "neutral"),
    VOID: w(msg`已作废`, "danger"),
  },
  InvoiceState: {
    REQUESTED: w(msg`待开票`, "review"),
    ISSUED: w(msg`已开票`, "ok"),
    RED_PARTIAL: w(msg`部分冲红`, "warn"),
    RED_FULL: w(msg`已冲红`, "neutral"),
    REJECTED: w(msg`已退回`, "danger"),
  },
  InstalmentState: {
    PLANNED: w(msg`未到期`, "neutral"),
    DUE: w(msg`待付款`, "warn"),
    PART_PAID: w(msg`部分付款`, "money"),
    OVERDUE: w(msg`已逾期`, "danger"),
    PAID: w(msg`已付款`, "ok"),
    WAIVED: w(msg`已减免`, "neutral"),
    VOID: w(msg`已作废`, "neutral"),
  },
  PaymentState: {
    CREATED: w(msg`待转账`, "warn"),
    PENDING: w(msg`支付中`, "info"),
    SLIP_UPLOADED: w(msg`待确认到账`, "review"),
    SUCCEEDED: w(msg`已付款`, "ok"),
    FAILED: w(msg`支付失败`, "danger"),
    EXPIRED: w(msg`已过期`, "neutral"),
    CONFIRMED: w(msg`已到账`, "ok"),
    REJECTED: w(msg`已驳回`, "danger"),
    MISMATCH: w(msg`待人工核对`, "danger"),
    RECORDED: w(msg`待顾客确认`, "review"),
    DENIED: w(msg`顾客否认`, "danger"),
    UNANSWERED: w(msg`顾客未答复`, "warn"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
    HELD: w(msg`已占用，待其余到账`, "info"),
  },
  CreditPayoutState: {
    ASKED: w(msg`待付款`, "warn"),
    PAID: w(msg`已付出`, "ok"),
    DECLINED: w(msg`未通过`, "neutral"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  UnidentifiedState: {
    OPEN: w(msg`待查明`, "warn"),
    IDENTIFIED: w(msg`已认领`, "ok"),
    RETURNING: w(msg`待退回`, "review"),
    RETURNED: w(msg`已退回`, "neutral"),
  },
  PaymentGroupState: {
    OPEN: w(msg`付款中`, "info"),
    DONE: w(msg`已完成`, "ok"),
    RELEASED: w(msg`已释放`, "neutral"),
  },
  StatementState: {
    DRAFT: w(msg`草稿`, "neutral"),
    SUPPLIER_REVIEW: w(msg`待服务商确认`, "review"),
    CONFIRMED: w(msg`待批准`, "review"),
    APPROVED: w(msg`待付款`, "warn"),
    PAYING: w(msg`付款中`, "info"),
    PAID: w(msg`已支付`, "ok"),
    FAILED: w(msg`支付失败`, "danger"),
    CANCELLED: w(msg`已撤销`, "neutral"),
  },
  StatementLineState: {
    ACTIVE: w(msg`计入本单`, "ok"),
    DISPUTED: w(msg`有异议`, "danger"),
    ANSWERED: w(msg`已答复`, "info"),
  },
  ApplicationState: {
    DRAFT: w(msg`草稿`, "neutral"),
    SUBMITTED: w(msg`待审核`, "review"),
    NEEDS_INFO: w(msg`待补充`, "warn"),
    APPROVED: w(msg`已通过`, "ok"),
    REJECTED: w(msg`未通过`, "danger"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  ServiceState: {
    PROPOSED: w(msg`待审核`, "review"),
    APPROVED: w(msg`待生效`, "info"),
    EFFECTIVE: w(msg`生效中`, "ok"),
    REJECTED: w(msg`未通过`, "danger"),
    PAUSED: w(msg`已暂停`, "warn"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
    SUPERSEDED: w(msg`已被替换`, "neutral"),
    RETIRED: w(msg`已下架`, "neutral"),
  },
  SupplierState: {
    ACTIVE: w(msg`合作中`, "ok"),
    PAUSED: w(msg`已暂停`, "warn"),
    SUSPENDED: w(msg`已停用`, "danger"),
    TERMINATED: w(msg`已终止`, "neutral"),
  },
  CertificateState: {
    SUBMITTED: w(msg`待核验`, "review"),
    VERIFIED: w(msg`有效`, "ok"),
    RETURNED: w(msg`已退回`, "danger"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
    REPLACED: w(msg`已更新`, "neutral"),
    EXPIRED: w(msg`已过期`, "danger"),
  },
  ItemState: {
    DRAFT: w(msg`草稿`, "neutral"),
    ACTIVE: w(msg`启用中`, "ok"),
    RETIRED: w(msg`已停用`, "neutral"),
  },
  ProductState: {
    DRAFT: w(msg`草稿`, "neutral"),
    PUBLISHED: w(msg`在售`, "ok"),
    ARCHIVED: w(msg`已下架`, "neutral"),
  },
  ReportState: {
    SUBMITTED: w(msg`待审核`, "review"),
    APPROVED: w(msg`已通过`, "ok"),
    REJECTED: w(msg`已驳回`, "danger"),
  },
  AttemptState: {
    OFFERED: w(msg`等待回复`, "info"),
    ACCEPTED: w(msg`已接受`, "ok"),
    DECLINED: w(msg`已拒绝`, "warn"),
    EXPIRED: w(msg`超时未回复`, "neutral"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
  },
  InquiryState: {
    DRAFT: w(msg`草稿`, "neutral"),
    OPEN: w(msg`报价中`, "info"),
    EVALUATING: w(msg`待选定`, "review"),
    NO_BIDS: w(msg`暂无报价`, "warn"),
    AWARDED: w(msg`已选定`, "ok"),
    CANCELLED: w(msg`已取消`, "neutral"),
  },
  InvitationState: {
    SENT: w(msg`待查看`, "warn"),
    VIEWED: w(msg`待报价`, "info"),
    ANSWERED: w(msg`已报价`, "ok"),
    DECLINED: w(msg`不报价`, "neutral"),
    NO_RESPONSE: w(msg`未回复`, "neutral"),
  },
  BidState: {
    DRAFT: w(msg`草稿`, "neutral"),
    SUBMITTED: w(msg`已提交`, "info"),
    WITHDRAWN: w(msg`已撤回`, "neutral"),
    AWARDED: w(msg`已中选`, "ok"),
    LOST: w(msg`未中选`, "neutral"),
    EXPIRED: w(msg`已过期`, "neutral"),
  },
  WechatBindingState: {
    NONE: w(msg`未绑定`, "neutral"),
    BOUND: w(msg`已绑定`, "ok"),
    UNSUBSCRIBED: w(msg`已取消关注`, "warn"),
  },
} as const satisfies Record<string, Record<string, StateWord>>;

export type Axis = keyof typeof stateWords;
export type StateOf<A extends Axis> = keyof (typeof stateWords)[A] & string;

/** The word and tone of one state. */
export function stateWord<A extends Axis>(axis: A, state: StateOf<A>): StateWord {
  const words: Record<string, StateWord> = stateWords[axis];
  const found = words[state];
  if (!found) throw new Error(`No word for ${axis} ${state}`);
  return found;
}
