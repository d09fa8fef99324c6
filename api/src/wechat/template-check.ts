import { type Card, type CardCode, type CardField, cards, fits, type RegisteredField } from "./template.js";

export const templateStates = ["READY", "MISSING", "MISMATCH", "UNCHECKED"] as const;
/** Whether a card can be sent: READY only; the rest says what staff have to mend. */
export type TemplateState = (typeof templateStates)[number];

/** A template as the account lists it. */
export interface ListedTemplate {
  readonly template_id: string;
  readonly title: string;
  /** Lines such as `订单编号：{{character_string2.DATA}}`. */
  readonly content: string;
}

export interface Registered {
  readonly templateId: string | null;
  readonly fields: readonly RegisteredField[];
}

export interface Checked extends Registered {
  readonly state: TemplateState;
  /** What is wrong, in a sentence for staff; null when it is ready. */
  readonly problem: string | null;
}

interface TemplateRow {
  readonly label: string;
  readonly key: string;
  readonly type: string;
}

/** The rows of a template: label, key and type of each line that takes a value. */
export function rowsOf(content: string): TemplateRow[] {
  return [...content.matchAll(/^[ \t]*(.*?)[ \t]*[:：]?[ \t]*\{\{[ \t]*([a-z_]+?)(\d+)\.DATA[ \t]*\}\}/gmu)].map(
    ([, label = "", type = "", number = ""]) => ({ label: label.replaceAll(/\s/g, ""), type, key: `${type}${number}` }),
  );
}

/**
 * What a card's registration is worth against the account's list. The template it names is looked at first, with the keys
 * it was given by hand; else the template of the card's title whose rows have the card's labels.
 */
export function checkTemplate(code: CardCode, listed: readonly ListedTemplate[], now: Registered): Checked {
  const card: Card = cards[code];
  const named = listed.find((template) => template.template_id === now.templateId);
  if (named) {
    const rows = rowsOf(named.content);
    const byHand = faultOfFields(code, now.fields, rows) === null ? now.fields : null;
    return byHand ? ready(named, byHand) : byLabels(card, named);
  }
  const tried = listed.filter((template) => template.title === card.title).map((template) => byLabels(card, template));
  return tried.find((one) => one.state === "READY") ?? tried[0] ?? missing(card, now);
}

function ready(template: ListedTemplate, fields: readonly RegisteredField[]): Checked {
  return { templateId: template.template_id, fields, state: "READY", problem: null };
}

function missing(card: Card, now: Registered): Checked {
  const wanted = card.fields.map((field) => field.label).join("、");
  const gone = now.templateId === null ? "" : "登记的模板已不在服务号中；";
  const problem = `${gone}服务号里没有标题为「${card.title}」的模板，请在微信公众平台的模板消息中选用，并勾选：${wanted}。`;
  return { ...now, state: "MISSING", problem };
}

/** The card's rows by the template's labels. */
function byLabels(card: Card, template: ListedTemplate): Checked {
  const rows = rowsOf(template.content);
  const faults: string[] = [];
  const fields: RegisteredField[] = [];
  for (const field of card.fields) {
    const row = rows.find(({ label }) => label === field.label);
    if (!row) faults.push(`缺少「${field.label}」一行`);
    else if (!fits(field.type, row.type)) faults.push(typeFault(field, row.type));
    else fields.push({ name: field.name, key: row.key, type: row.type });
  }
  const spare = rows.filter(({ label }) => !card.fields.some((field) => field.label === label));
  faults.push(...spare.map(({ label }) => `多出「${label}」一行`));
  if (faults.length === 0) return ready(template, fields);
  const problem = `模板「${template.title}」与卡片不符：${faults.join("；")}。请改选模板，或在此手工对应各行。`;
  return { templateId: template.template_id, fields, state: "MISMATCH", problem };
}

const typeFault = (field: CardField, type: string): string => `「${field.label}」的类型是 ${type}，需要 ${field.type}`;

/** The type a key begins with: "thing" of `thing2`; empty when it is no key. */
export const typeOfKey = (key: string): string => /^([a-z_]+?)\d{1,4}$/.exec(key)?.[1] ?? "";

/**
 * What is wrong with rows that staff gave keys by hand, as the name of the row at fault ("" for the whole); null when
 * nothing is: every row of the card once, each by a key of its own whose type takes it, and nothing else. With the
 * template's rows it must also use exactly these.
 */
export function faultOfFields(
  code: CardCode,
  fields: readonly RegisteredField[],
  rows: readonly TemplateRow[] | null = null,
): string | null {
  const card: Card = cards[code];
  const keys = new Set(fields.map((field) => field.key));
  if (fields.length !== card.fields.length || keys.size !== fields.length) return "";
  for (const { name, type } of card.fields) {
    const given = fields.find((field) => field.name === name);
    if (!given || typeOfKey(given.key) !== given.type || !fits(type, given.type)) return name;
    if (rows && !rows.some((row) => row.key === given.key)) return name;
  }
  return rows && rows.length !== fields.length ? "" : null;
}
