import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What a setting is called and what it decides. */
type PolicyWords = { readonly name: MessageDescriptor; readonly decides: MessageDescriptor };

const words: Readonly<Record<string, PolicyWords>> = {
  "pricing.four-eyes": {
    name: msg`计价公式与规则：发布须换人`,
    decides: msg`编写公式或规则的人不能自己发布它。`,
  },
  "pricing.margin-floor": {
    name: msg`毛利底线`,
    decides: msg`低于底线的价格不成交：商品显示为暂不可售，优惠券不能用，公式和规则不能发布；报价单须内审后才能发出。`,
  },
  "pricing.tax-rate": {
    name: msg`税率`,
    decides: msg`价格已含税：税额 = 价格中按此税率所含的部分。只影响之后的价格。`,
  },
  "pricing.rounding-step": {
    name: msg`取整到`,
    decides: msg`没有公式的服务项，金额四舍五入到这个单位。`,
  },
  "catalogue.four-eyes": { name: msg`商品：发布须换人`, decides: msg`编写商品草稿的人不能自己发布它。` },
  "suppliers.four-eyes": {
    name: msg`服务报价：审核须换人`,
    decides: msg`替服务商提交报价的人不能自己通过它。`,
  },
  "contracts.four-eyes": { name: msg`合同：核验须换人`, decides: msg`上传签署页的人不能自己核验它。` },
  "quotations.four-eyes": {
    name: msg`报价单：内审须换人`,
    decides: msg`需要内审的报价单，编写人不能自己放行。`,
  },
  "quotations.discount-limit": {
    name: msg`报价单折扣上限`,
    decides: msg`比服务商销售价优惠超过此比例的报价单须内审后才能发出。`,
  },
  "payments.waive-four-eyes": {
    name: msg`减免：批准须换人`,
    decides: msg`超过限额的减免，提出的人不能自己批准。`,
  },
  "payments.waive-limit": {
    name: msg`减免限额`,
    decides: msg`同一订单累计减免不超过此金额，一个人即可决定。`,
  },
  "payments.early": {
    name: msg`提前支付`,
    decides: msg`客户可以在到期前支付后面的款项；关闭后只能支付已到期的款项。`,
  },
  "payments.return-four-eyes": {
    name: msg`待查收款：退回须换人`,
    decides: msg`提出退回待查收款的人不能自己登记退款。`,
  },
  "refunds.four-eyes": {
    name: msg`退款：批准与付款须换人`,
    decides: msg`提出退款方案的人不能自己批准，批准的人不能自己转账。`,
  },
  "refunds.approval-limit": {
    name: msg`退款批准限额`,
    decides: msg`同一订单累计退款超过此金额，须由管理员批准。`,
  },
  "orders.audit-limit": { name: msg`订单审核限额`, decides: msg`总价达到此金额的订单须审核后客户才能付款。` },
  "orders.audit-quoted": {
    name: msg`订单：报价单成交须审核`,
    decides: msg`由报价单成交的订单不论金额都须审核后才能付款。`,
  },
  "orders.four-eyes": { name: msg`订单：审核须换人`, decides: msg`编写报价或变更的人不能自己审核这份订单或变更。` },
  "orders.deposit-forfeits": { name: msg`客户违约没收定金`, decides: msg`客户付了定金后自己取消订单，定金不退。` },
};

/** Words of one setting; one that came later than these words stands under its own key. */
export function policyWords(i18n: I18n, key: string): { name: string; decides: string } {
  const known = words[key];
  return known ? { name: i18n._(known.name), decides: i18n._(known.decides) } : { name: key, decides: "" };
}

/** Settings side by side that belong together, in the order of the page. */
export const policyGroups: readonly { readonly of: string; readonly title: MessageDescriptor }[] = [
  { of: "pricing", title: msg`计价` },
  { of: "quotations", title: msg`报价单` },
  { of: "catalogue", title: msg`商品` },
  { of: "suppliers", title: msg`服务商` },
  { of: "payments", title: msg`收款` },
  { of: "refunds", title: msg`退款` },
  { of: "contracts", title: msg`合同` },
];
