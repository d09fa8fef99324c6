import { shorten } from "../kernel/shorten.js";
import { tenderTexts } from "../notifications/card.js";
import type { CardCode } from "../notifications/manner.js";
import { dayText, minuteText, yuanText } from "./beijing.js";
import { phrases } from "./card-words.js";

/** The types of a template's rows that our cards use. Their limits are WeChat's: one row too long, and nothing is sent. */
export type FieldType = "thing" | "character_string" | "time" | "date" | "amount" | "phrase" | "const";

export interface CardField {
  /** What we call the row. */
  readonly name: string;
  /** What the template's library calls it. */
  readonly label: string;
  readonly type: FieldType;
}

export interface Card {
  /** The title under which the account finds it in the library. */
  readonly title: string;
  readonly fields: readonly CardField[];
}

const row = (name: string, label: string, type: FieldType): CardField => ({ name, label, type });
const orderNo = row("no", "订单编号", "character_string");
const ticketNo = row("no", "工单编号", "character_string");
const item = row("item", "服务项目", "thing");
const supplier = row("supplier", "服务商", "thing");

/**
 * Every card we send: its title and rows. Which template of the account it is, and by which key each row goes, differs
 * from account to account and stands in the registry.
 */
export const cards = {
  ORDER_PLACED: {
    title: "下单成功通知",
    fields: [
      orderNo,
      item,
      row("at", "下单时间", "time"),
      row("amount", "订单金额", "amount"),
      row("status", "订单状态", "phrase"),
    ],
  },
  PAYMENT_RECEIVED: {
    title: "支付成功通知",
    fields: [
      orderNo,
      item,
      row("amount", "支付金额", "amount"),
      row("tender", "支付方式", "const"),
      row("at", "支付时间", "time"),
    ],
  },
  TICKET_ASSIGNED: { title: "派单成功通知", fields: [orderNo, item, supplier, row("at", "派单时间", "time")] },
  PROGRESS: {
    title: "服务进度通知",
    fields: [orderNo, item, row("status", "当前进度", "phrase"), row("at", "更新时间", "time")],
  },
  ACCEPTANCE: {
    title: "待验收提醒",
    fields: [
      orderNo,
      item,
      row("at", "完成时间", "time"),
      row("deadline", "截止时间", "time"),
      row("status", "状态", "phrase"),
    ],
  },
  INSTALMENT_DUE: {
    title: "账单到期提醒",
    fields: [
      orderNo,
      row("seq", "期数", "character_string"),
      row("amount", "应付金额", "amount"),
      row("dueOn", "到期日期", "date"),
      item,
    ],
  },
  PAYMENT_PROBLEM: {
    title: "付款异常提醒",
    fields: [
      orderNo,
      item,
      row("amount", "金额", "amount"),
      row("status", "状态", "phrase"),
      row("at", "时间", "time"),
    ],
  },
  ORDER_CLOSED: {
    title: "订单关闭通知",
    fields: [orderNo, item, row("at", "关闭时间", "time"), row("status", "订单状态", "phrase")],
  },
  ORDER_COMPLETED: {
    title: "服务完成通知",
    fields: [orderNo, item, row("at", "完成时间", "time"), row("status", "状态", "phrase")],
  },
  NEW_TICKET: {
    title: "新工单提醒",
    fields: [
      ticketNo,
      item,
      row("region", "服务地区", "thing"),
      row("amount", "服务费用", "amount"),
      row("deadline", "回复截止", "time"),
    ],
  },
  TICKET_CHANGED: {
    title: "工单状态通知",
    fields: [ticketNo, item, row("status", "当前状态", "phrase"), row("at", "更新时间", "time")],
  },
  TASK: {
    title: "待办提醒",
    fields: [
      row("kind", "事项类型", "phrase"),
      row("no", "关联编号", "character_string"),
      row("at", "提交时间", "time"),
    ],
  },
  SUPPLIER_CHANGED: {
    title: "服务商通知",
    fields: [supplier, row("kind", "事项", "phrase"), row("at", "时间", "time")],
  },
} as const satisfies Record<CardCode, Card>;

export type { CardCode };
export const cardCodes = Object.keys(cards) as readonly CardCode[];

/** Values by the names of the rows: instants for times and dates, fen for amounts, texts for the rest. */
export type CardValues = Readonly<Record<string, string | number>>;

/** How one row of a card is sent by this account: "订单编号" may go by `character_string2`. */
export interface RegisteredField {
  readonly name: string;
  readonly key: string;
  readonly type: string;
}

/** A value that no template takes: a fault of ours, never of the person the card is for. Send nothing. */
export class CardFault extends Error {
  constructor(
    readonly code: CardCode,
    readonly field: string,
    problem: string,
  ) {
    super(`Card ${code}, ${field}: ${problem}`);
    this.name = "CardFault";
  }
}

/**
 * The `data` of a template message: every row of the card by the account's own key, none longer than its type allows.
 * Names are shortened with "…"; throws CardFault for what can't be shortened without telling something else.
 */
export function fitCard(
  code: CardCode,
  fields: readonly RegisteredField[],
  values: CardValues,
): Record<string, { value: string }> {
  const data: Record<string, { value: string }> = {};
  for (const { name } of cards[code].fields) {
    const registered = fields.find((field) => field.name === name);
    const value = values[name];
    if (!registered) throw new CardFault(code, name, "is not registered");
    if (value === undefined) throw new CardFault(code, name, "has no value");
    data[registered.key] = { value: fitValue(code, name, value, registered.type) };
  }
  return data;
}

/** What each type of ours may be sent as: a fixed word also fits where a name fits, a time where a date is asked. */
const fitting: Readonly<Record<FieldType, readonly string[]>> = {
  thing: ["thing"],
  character_string: ["character_string"],
  time: ["time", "date"],
  date: ["date", "time"],
  amount: ["amount"],
  phrase: ["phrase", "thing"],
  const: ["const", "thing"],
};

/** Whether a row of ours can be sent through a template's row of this type. */
export function fits(type: FieldType, templateType: string): boolean {
  return fitting[type].includes(templateType);
}

function fitValue(code: CardCode, name: string, value: string | number, sentAs: string): string {
  const own = cards[code].fields.find((field) => field.name === name)?.type;
  if (own === undefined || !fits(own, sentAs)) throw new CardFault(code, name, `can't be sent as ${sentAs}`);
  const refuse = (problem: string): never => {
    throw new CardFault(code, name, `${JSON.stringify(value)} ${problem}`);
  };
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) return refuse("is no whole number");
    if (own === "time" || own === "date") return sentAs === "date" ? dayText(value) : minuteText(value);
    if (own !== "amount") return refuse("must be a text");
    // One currency sign and ten digits at most, the two decimals among them.
    return value >= 0 && value < 10 ** 10 ? yuanText(value) : refuse("is no amount of ten digits");
  }
  switch (own) {
    case "thing":
      return shorten(value, 20) || refuse("is empty");
    case "character_string":
      return /^[\x21-\x7E]{1,32}$/.test(value) ? value : refuse("is not 1 to 32 letters, digits and signs");
    case "phrase":
      return isPhrase(value) ? value : refuse("is not in the dictionary of phrases");
    case "const":
      return isTender(value) ? value : refuse("is not one of the agreed texts");
    default:
      return refuse("must be a number");
  }
}

const known: ReadonlySet<string> = new Set(Object.values(phrases));
const isPhrase = (text: string): boolean => known.has(text);
const agreed: ReadonlySet<string> = new Set(Object.values(tenderTexts));
const isTender = (text: string): boolean => agreed.has(text);
