import type { TemplateKind } from "./templates.js";

/** A template as Tencent's library offers it: labels and types, without an account's own key numbers. */
export interface Entry {
  readonly shortId: string;
  readonly kind: TemplateKind;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly type: string; readonly values?: readonly string[] }[];
}

const means = ["微信支付", "支付宝", "银行转账", "在线支付"];

function entry(shortId: string, kind: TemplateKind, title: string, ...rows: string[]): Entry {
  return {
    shortId,
    kind,
    title,
    rows: rows.map((row) => {
      const [label = "", type = ""] = row.split(" ");
      return type === "const" ? { label, type, values: means } : { label, type };
    }),
  };
}

/** What the account has selected: the cards of service commerce, and one subscription notice of the other kind. */
export const library: readonly Entry[] = [
  entry(
    "43216",
    "template",
    "下单成功通知",
    "订单编号 character_string",
    "服务项目 thing",
    "下单时间 time",
    "订单金额 amount",
    "订单状态 phrase",
  ),
  entry(
    "46828",
    "template",
    "支付成功通知",
    "订单编号 character_string",
    "服务项目 thing",
    "支付金额 amount",
    "支付方式 const",
    "支付时间 time",
  ),
  entry(
    "48035",
    "template",
    "派单成功通知",
    "订单编号 character_string",
    "服务项目 thing",
    "服务商 thing",
    "派单时间 time",
  ),
  entry(
    "47310",
    "template",
    "服务进度通知",
    "订单编号 character_string",
    "服务项目 thing",
    "当前进度 phrase",
    "更新时间 time",
  ),
  entry(
    "51922",
    "template",
    "待验收提醒",
    "订单编号 character_string",
    "服务项目 thing",
    "完成时间 time",
    "截止时间 time",
    "状态 phrase",
  ),
  entry(
    "44717",
    "template",
    "账单到期提醒",
    "订单编号 character_string",
    "期数 character_string",
    "应付金额 amount",
    "到期日期 date",
    "服务项目 thing",
  ),
  entry(
    "49051",
    "template",
    "付款异常提醒",
    "订单编号 character_string",
    "服务项目 thing",
    "金额 amount",
    "状态 phrase",
    "时间 time",
  ),
  entry(
    "45583",
    "template",
    "订单关闭通知",
    "订单编号 character_string",
    "服务项目 thing",
    "关闭时间 time",
    "订单状态 phrase",
  ),
  entry(
    "42877",
    "template",
    "服务完成通知",
    "订单编号 character_string",
    "服务项目 thing",
    "完成时间 time",
    "状态 phrase",
  ),
  entry(
    "52160",
    "template",
    "新工单提醒",
    "工单编号 character_string",
    "服务项目 thing",
    "服务地区 thing",
    "服务费用 amount",
    "回复截止 time",
  ),
  entry(
    "52305",
    "template",
    "工单状态通知",
    "工单编号 character_string",
    "服务项目 thing",
    "当前状态 phrase",
    "更新时间 time",
  ),
  entry("44294", "template", "待办提醒", "事项类型 phrase", "关联编号 character_string", "提交时间 time"),
  entry("50418", "template", "服务商通知", "服务商 thing", "事项 phrase", "时间 time"),
  entry("3096", "subscribe", "服务进度提醒", "订单编号 character_string", "服务项目 thing", "更新时间 time"),
];
