import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

// Words only staff read, in a file of their own so that the customers' catalog does not carry them.

export { wordOf } from "./plain-words";

type Words = Record<string, MessageDescriptor>;

export const inputKindWords = {
  NUMBER: msg`数字`,
  TEXT: msg`文字`,
  CHOICE: msg`选项`,
  DATE: msg`日期`,
} as const satisfies Words;

export const quantityKindWords = {
  FIXED: msg`固定数量`,
  INPUT: msg`由客户填写`,
  FORMULA: msg`按算式计算`,
} as const satisfies Words;

export const supplierChoiceWords = {
  CUSTOMER: msg`客户逐项选择服务商`,
  CUSTOMER_PER_PRODUCT: msg`客户选一家全包`,
  PLATFORM: msg`平台安排服务商`,
} as const satisfies Words;

export const permissionWords = {
  "suppliers.read": msg`查看服务商`,
  "suppliers.review": msg`审核服务商与服务`,
  "suppliers.manage": msg`录入、停用服务商`,
  "catalogue.read": msg`查看商品与服务项目`,
  "catalogue.manage": msg`编辑商品与服务项目`,
  "catalogue.publish": msg`发布、下架商品`,
  "pricing.read": msg`查看计价公式与规则`,
  "pricing.manage": msg`编写计价公式、规则与优惠券`,
  "pricing.publish": msg`发布计价公式与规则`,
  "cost.read": msg`查看成本价与毛利`,
  "sourcing.read": msg`查看询价与竞价`,
  "sourcing.manage": msg`处理询价与竞价、设定加价规则`,
  "quotations.read": msg`查看报价单`,
  "quotations.manage": msg`编制、发送报价单`,
  "quotations.review": msg`内审报价单`,
  "contracts.read": msg`查看合同`,
  "contracts.manage": msg`出具合同、编写合同模板`,
  "contracts.verify": msg`核验合同`,
  "orders.read": msg`查看订单`,
  "orders.edit": msg`修改订单`,
  "orders.audit": msg`审核订单与变更`,
  "payments.read": msg`查看付款`,
  "payments.confirm": msg`确认收款到账`,
  "payments.waive": msg`减免应收款`,
  "refunds.read": msg`查看退款`,
  "refunds.propose": msg`提出退款方案`,
  "refunds.approve": msg`批准退款`,
  "refunds.execute": msg`执行退款`,
  "settlement.read": msg`查看结算`,
  "settlement.manage": msg`制作结算单`,
  "settlement.approve": msg`批准结算`,
  "settlement.pay": msg`支付结算款`,
  "documents.read": msg`查看单据`,
  "documents.manage": msg`管理单据与模板`,
  "invoices.manage": msg`开具发票`,
  "ledger.read": msg`查看账本`,
  "ledger.close": msg`结账与冲销`,
  "tickets.read": msg`查看服务单`,
  "tickets.dispatch": msg`人工派单`,
  "progress.review": msg`审核进度与交付`,
  "staff.manage": msg`管理员工与角色`,
  "keys.manage": msg`管理 API 密钥`,
  "operations.manage": msg`处理失败的投递`,
} as const satisfies Words;

/** What keeps a text from being a contract's template. */
export const contractIssueWords = {
  PLACE_UNKNOWN: msg`没有这个占位`,
  PLACE_UNCLOSED: msg`占位没有写完，缺少右边的双花括号`,
  BLOCK_NOT_ALONE: msg`表格或签字处要单独成行`,
  PLACE_MISSING: msg`正文缺少必需的占位`,
} as const satisfies Words;

/** Parts of a dispatch score, and what speaks for or against asking a supplier. */
export const scoreWords: Words = {
  LEVEL: msg`能力等级`,
  RATING: msg`评分`,
  CAPACITY: msg`当日余量`,
  COST: msg`成本`,
  FAIRNESS: msg`轮转均衡`,
  CHOSEN_BY_CUSTOMER: msg`客户指定`,
  RECOMMENDED: msg`下单时推荐`,
  ASKED_EARLIER: msg`前一轮派过`,
  ALREADY_ASKED: msg`本轮已派过`,
  COSTS_MORE_THAN_PRICE: msg`成本高于售价`,
  REGION: msg`不在服务区域`,
  PAUSED: msg`服务已暂停`,
  FULL_TODAY: msg`今日已满`,
  FULL_THAT_DAY: msg`预约日已满或休息`,
  SOLD_BY_ANOTHER: msg`这一项由另一家服务商直接销售，只能由它履约`,
  BUSY: msg`在手服务单已到上限`,
  ITEM: msg`不提供此服务`,
};

/** Why an offer went to its supplier. */
export const strategyWords: Words = {
  CHOSEN_BY_CUSTOMER: msg`客户指定`,
  RECOMMENDED: msg`下单时推荐`,
  BEST_SCORE: msg`评分最高`,
  BY_HAND: msg`人工派单`,
};

/** The sides of an account. */
export const ledgerSideWords = { DEBIT: msg`借方`, CREDIT: msg`贷方` };

/** What a transaction of the ledger is about. */
export const ledgerKindWords: Words = {
  RECEIPT: msg`收款`,
  REVENUE_EARNED: msg`确认收入`,
  COST_INCURRED: msg`确认成本`,
  CREDIT_PAID_OUT: msg`余款付出`,
  UNIDENTIFIED: msg`待查收款`,
  UNIDENTIFIED_RETURNED: msg`退回待查收款`,
  WAIVED: msg`减免款项`,
  REFUND_GRANTED: msg`确认应退`,
  REFUND_CLAIMED: msg`向服务商追索退款`,
  REFUND_PAID: msg`退款付出`,
  DEPOSIT_FORFEITED: msg`没收定金`,
  HELD_RELEASED: msg`释放代收款`,
  PROMOTION_GRANTED: msg`平台承担优惠`,
  COMMISSION_CLAIMED: msg`应收佣金`,
  FUNDS_MOVED: msg`订单款项重新分配`,
  OFFICIAL_FEE_PAID: msg`缴纳官费`,
  STATEMENT_PAID: msg`支付服务商结算款`,
  SUPPLIER_CHARGED: msg`向服务商扣款`,
  CLAIM_ENDED: msg`追索款了结`,
  DEPOSIT_TAKEN: msg`收取保证金`,
  DEPOSIT_RETURNED: msg`退还保证金`,
  CHANNEL_SETTLED: msg`通道结算`,
  REVERSAL: msg`冲销`,
};

/** Which of the suppliers that can do an item may do a component. */
export const eligibleWords = {
  ALL: msg`所有能做的服务商`,
  LEVEL: msg`达到等级的服务商`,
  LIST: msg`指定的服务商`,
} as const satisfies Words;

/** Where a version of a product is in its life. */
export const versionStateWords = {
  DRAFT: msg`草稿`,
  IN_REVIEW: msg`审核中`,
  PUBLISHED: msg`在售`,
  SUPERSEDED: msg`历史版本`,
} as const satisfies Words;

/** In which part of a product two versions differ. */
export const differenceAreaWords = {
  TEXTS: msg`文字与图片`,
  SALES: msg`销售范围`,
  INPUTS: msg`客户填写项`,
  COMPONENTS: msg`服务组成`,
  GROUPS: msg`选择组`,
  PLAN: msg`付款计划`,
} as const satisfies Words;

/** What became of it. */
export const differenceKindWords = {
  ADDED: msg`新增`,
  REMOVED: msg`移除`,
  CHANGED: msg`修改`,
} as const satisfies Words;

/** How a product is sold. */
export const saleModeWords = {
  FIXED: msg`按单价计价`,
  FORMULA: msg`按公式计价`,
  QUOTE_ONLY: msg`先询价`,
  BIDDING: msg`发起竞价`,
} as const satisfies Words;

/** What must hold before a product is published. */
export const guardWords: Words = {
  COMPONENTS_PRESENT: msg`至少一个必选服务项目或选择组`,
  GROUPS_COMPLETE: msg`每个选择组都能选出默认组合`,
  ITEMS_ACTIVE: msg`服务项目均已启用`,
  EVERY_REQUIRED_ITEM_HAS_SUPPLIER: msg`每个必选项目在每个城市都有服务商`,
  ONE_SUPPLIER_FOR_ALL: msg`每个城市有一家能全包的服务商`,
  DEPENDENCIES_ACYCLIC: msg`先后顺序没有绕圈`,
  INPUTS_COMPLETE: msg`数量与填写项完整`,
  PLAN_SUMS_TO_WHOLE: msg`付款计划合计 100%`,
  GATE_STEP_FIRST: msg`只有第一期在下单时支付`,
  PLAN_IN_ORDER: msg`各期按先后顺序到期`,
  PLAN_MILESTONES_EXIST: msg`付款节点属于必选服务项目`,
  PLAN_HAS_ITS_CONTRACT: msg`合同生效后付款的商品有合同模板`,
  DEPOSIT_AT_MOST_A_FIFTH: msg`定金不超过总价的 20%`,
  REGIONS_PRESENT: msg`已选销售城市`,
  TEXTS_COMPLETE: msg`标题、介绍、英文标题与图片齐全`,
  MARGIN_NOT_NEGATIVE: msg`售价不低于成本`,
  EXPRESSIONS_COMPILE: msg`数量算式可以计算`,
  FORMULAS_IN_FORCE: msg`计价公式已发布且测试通过`,
  QUANTITIES_WITHIN_BOUNDS: msg`20 组样例的数量都在范围内`,
  MARGIN_AT_FLOOR: msg`最不利的服务商也不低于毛利底线`,
  CONTRACT_TEMPLATE_EXISTS: msg`合同模板存在`,
};
