/**
 * Every word a card may show as a state: at most five Chinese characters and nothing else, or WeChat sends nothing. The
 * names are what the code calls them.
 */
export const phrases = {
  UNPAID: "待付款",
  PAID: "已付款",
  TO_DISPATCH: "待派单",
  ASSIGNED: "已派单",
  IN_SERVICE: "服务中",
  PROGRESSED: "有新进度",
  DELIVERED: "待审核",
  TO_ACCEPT: "待验收",
  ACCEPTED: "已验收",
  COMPLETED: "已完成",
  TO_REVIEW: "请评价",
  CANCELLED: "已取消",
  EXPIRED: "已超时",
  CLOSED: "已关闭",
  REFUNDING: "退款中",
  REFUNDED: "已退款",
  TO_VERIFY: "待核实",
  NOT_RECEIVED: "未到账",
  PAYMENT_FAILED: "付款未成功",
  CREDITED: "已记余款",
  RETURNED: "已退回",
  APPROVED: "已通过",
  REJECTED: "未通过",
  REWORK: "需返工",
  WITHDRAWN: "已撤回",
  OFFERED: "待接单",
  PAUSED: "已暂停",
  SUSPENDED: "已停用",
  RESUMED: "已恢复",
  NEEDS_HUMAN: "需人工派单",
  SLIP_TO_CONFIRM: "待确认到账",
  REPORT_TO_REVIEW: "进度待审核",
  WORK_TO_APPROVE: "交付待审核",
  APPLICATION_TO_REVIEW: "入驻待审核",
  PRICE_TO_DECIDE: "报价待审核",
} as const;

/** The ways to pay as the template's list was approved with them. */
export const tenderTexts: readonly string[] = ["微信支付", "支付宝", "银行转账", "在线支付"];
