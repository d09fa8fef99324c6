import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Record<string, MessageDescriptor>;

export const natureWords = {
  DEPOSIT: msg`定金`,
  ADVANCE: msg`预付款`,
  PROGRESS: msg`进度款`,
  FINAL: msg`尾款`,
  RETENTION: msg`质保金`,
  DIFFERENCE: msg`差额款`,
} as const satisfies Words;

/** When an instalment falls due. AFTER_DAYS takes the number of days: `i18n._(fill(word, { days }))`. */
export const triggerWords = {
  ON_ORDER: msg`下单时支付`,
  ON_DATE: msg`约定日期支付`,
  ON_CONTRACT: msg`合同生效后支付`,
  ON_TICKETS_STARTED: msg`开工后支付`,
  ON_MILESTONE: msg`节点通过后支付`,
  ON_ACCEPTANCE: msg`验收通过后支付`,
  AFTER_DAYS: msg`验收后 {days} 天支付`,
} as const satisfies Words;

/** When an instalment falls due that waits for a milestone whose name is known. */
export const milestoneWords: MessageDescriptor = msg`「{milestone}」通过后支付`;

/** When an instalment falls due that waits for a day that is fixed, or so many days after the order. */
export const dayWords: MessageDescriptor = msg`{day} 支付`;
export const afterOrderWords: MessageDescriptor = msg`下单后 {days} 天支付`;

/** What happens to the work while an instalment is overdue. */
export const overdueWords = {
  NOTHING: msg`只提醒`,
  PAUSE_WORK: msg`暂停新的服务`,
} as const satisfies Words;

/** Who takes the money of an instalment. */
export const collectorWords = {
  PLATFORM: msg`平台收款`,
  SUPPLIER: msg`服务商上门收款`,
} as const satisfies Words;

/** Why a part of a customer's plan concerns a supplier's work. ON_MILESTONE takes the milestone's name. */
export const concernWords = {
  BEFORE_WORK: msg`付清后才能开工`,
  ON_START: msg`开工后客户应付`,
  ON_MILESTONE: msg`「{milestone}」通过后客户应付`,
  ON_ACCEPTANCE: msg`全部验收后客户应付`,
} as const satisfies Words;

/** The same for a part that falls due so many days after the last acceptance. */
export const concernAfterWords: MessageDescriptor = msg`全部验收 {days} 天后客户应付`;

export const tenderWords = {
  BANK_TRANSFER: msg`银行转账`,
  TEST_CHANNEL: msg`模拟支付`,
  CASH: msg`现金`,
  SUPPLIER_COLLECTED: msg`服务商现场收款`,
  CREDIT: msg`客户余款`,
} as const satisfies Words;

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

export const reportKindWords = { NOTE: msg`进度说明`, MILESTONE: msg`节点完成` } as const satisfies Words;

export const productSortWords = {
  RECOMMENDED: msg`综合`,
  PRICE: msg`价格从低到高`,
  RATING: msg`评分从高到低`,
  NEWEST: msg`最新上架`,
} as const satisfies Words;

/** How a product is bought. */
export const waysToBuyWords = {
  FIXED: msg`直接下单`,
  FORMULA: msg`按需计价`,
  QUOTE_ONLY: msg`获取报价`,
  BIDDING: msg`多家竞价`,
} as const satisfies Words;

export const appWords = { SHOP: msg`商城`, SUPPLIER: msg`服务商工作台`, ADMIN: msg`运营后台` } as const satisfies Words;

export const linkPurposeWords = {
  SUPPLIER_INVITATION: msg`服务商账号邀请`,
  STAFF_INVITATION: msg`员工账号邀请`,
  PASSWORD_RESET: msg`重设密码`,
  FIRST_ADMINISTRATOR: msg`创建第一个管理员`,
} as const satisfies Words;

/** The word of a code; a code we do not know yet is shown as it is, never hidden. */
export function wordOf(words: Words, code: string): MessageDescriptor {
  return words[code] ?? { id: code, message: code };
}

/** A word with its blanks filled in. */
export function fill(word: MessageDescriptor, values: Record<string, string | number>): MessageDescriptor {
  return { ...word, values };
}
