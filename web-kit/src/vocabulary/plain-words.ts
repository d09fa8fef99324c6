import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

export const natureWords = {
  DEPOSIT: msg`定金`,
  ADVANCE: msg`预付款`,
  PROGRESS: msg`进度款`,
  FINAL: msg`尾款`,
  RETENTION: msg`质保金`,
} as const satisfies Words;

/** When an instalment falls due. AFTER_DAYS takes the number of days: `i18n._(fill(word, { days }))`. */
export const triggerWords = {
  ON_ORDER: msg`下单时支付`,
  ON_TICKETS_STARTED: msg`全部开工后支付`,
  ON_ACCEPTANCE: msg`验收通过后支付`,
  AFTER_DAYS: msg`验收后 {days} 天支付`,
} as const satisfies Words;

export const tenderWords = { BANK_TRANSFER: msg`银行转账`, TEST_CHANNEL: msg`模拟支付` } as const satisfies Words;

export const roleWords = {
  OWNER: msg`负责人`,
  DISPATCHER: msg`调度`,
  WORKER: msg`服务人员`,
  FINANCE: msg`财务`,
} as const satisfies Words;

export const documentWords = {
  BUSINESS_LICENCE: msg`营业执照`,
  QUALIFICATION: msg`资质证书`,
  ID_CARD: msg`法人身份证`,
  OTHER: msg`其他材料`,
} as const satisfies Words;

export const inputKindWords = {
  NUMBER: msg`数字`,
  TEXT: msg`文字`,
  CHOICE: msg`选项`,
  DATE: msg`日期`,
} as const satisfies Words;

export const quantityKindWords = { FIXED: msg`固定数量`, INPUT: msg`由客户填写` } as const satisfies Words;

export const supplierChoiceWords = {
  CUSTOMER: msg`客户选择服务商`,
  PLATFORM: msg`平台安排服务商`,
} as const satisfies Words;

export const reportKindWords = { NOTE: msg`进度说明`, MILESTONE: msg`节点完成` } as const satisfies Words;

export const productSortWords = {
  RECOMMENDED: msg`综合`,
  PRICE: msg`价格从低到高`,
  RATING: msg`评分从高到低`,
  NEWEST: msg`最新上架`,
} as const satisfies Words;

export const appWords = { SHOP: msg`商城`, SUPPLIER: msg`服务商工作台`, ADMIN: msg`运营后台` } as const satisfies Words;

export const linkPurposeWords = {
  SUPPLIER_INVITATION: msg`服务商账号邀请`,
  STAFF_INVITATION: msg`员工账号邀请`,
  PASSWORD_RESET: msg`重设密码`,
  FIRST_ADMINISTRATOR: msg`创建第一个管理员`,
} as const satisfies Words;

export const permissionWords = {
  "suppliers.read": msg`查看服务商`,
  "suppliers.review": msg`审核服务商与服务`,
  "suppliers.manage": msg`录入、停用服务商`,
  "catalogue.read": msg`查看商品与服务项目`,
  "catalogue.manage": msg`编辑商品与服务项目`,
  "catalogue.publish": msg`发布、下架商品`,
  "cost.read": msg`查看成本价与毛利`,
  "orders.read": msg`查看订单`,
  "payments.read": msg`查看付款`,
  "payments.confirm": msg`确认银行到账`,
  "ledger.read": msg`查看账本`,
  "tickets.read": msg`查看服务单`,
  "tickets.dispatch": msg`人工派单`,
  "progress.review": msg`审核进度与交付`,
  "staff.manage": msg`管理员工与角色`,
  "keys.manage": msg`管理 API 密钥`,
  "operations.manage": msg`处理失败的投递`,
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
  DECLINED_EARLIER: msg`前一轮拒绝过`,
  ALREADY_DECLINED: msg`本轮已拒绝`,
  COSTS_MORE_THAN_PRICE: msg`成本高于售价`,
  REGION: msg`不在服务区域`,
  PAUSED: msg`服务已暂停`,
  FULL_TODAY: msg`今日已满`,
  ITEM: msg`不提供此服务`,
};

/** What must hold before a product is published. */
export const guardWords: Words = {
  COMPONENTS_PRESENT: msg`至少一个必选服务项目`,
  ITEMS_ACTIVE: msg`服务项目均已启用`,
  EVERY_REQUIRED_ITEM_HAS_SUPPLIER: msg`每个必选项目在每个城市都有服务商`,
  STAGES_IN_ORDER: msg`阶段从 1 开始且连续`,
  INPUTS_COMPLETE: msg`数量与填写项完整`,
  PLAN_SUMS_TO_WHOLE: msg`付款计划合计 100%`,
  GATE_STEP_FIRST: msg`只有第一期在下单时支付`,
  PLAN_IN_ORDER: msg`各期按先后顺序到期`,
  DEPOSIT_AT_MOST_A_FIFTH: msg`定金不超过总价的 20%`,
  REGIONS_PRESENT: msg`已选销售城市`,
  TEXTS_COMPLETE: msg`标题、介绍、英文标题与图片齐全`,
  MARGIN_NOT_NEGATIVE: msg`售价不低于成本`,
};

/** The word of a code; a code we do not know yet is shown as it is, never hidden. */
export function wordOf(words: Words, code: string): MessageDescriptor {
  return words[code] ?? { id: code, message: code };
}

/** A word with its blanks filled in. */
export function fill(word: MessageDescriptor, values: Record<string, string | number>): MessageDescriptor {
  return { ...word, values };
}
