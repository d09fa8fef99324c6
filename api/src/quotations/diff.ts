import { whenOf } from "../catalogue/plan-words.js";
import { type QuotationContent, type QuotationLine, sumsOf } from "./quotation.js";

export const changeKinds = ["ADDED", "REMOVED", "CHANGED"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changedFields = [
  "LINE",
  "SUPPLIER",
  "QUANTITY",
  "UNIT_PRICE",
  "AMOUNT",
  "STAGE",
  "LEAD_DAYS",
  "OPTIONAL",
  "NOTE",
  "COLLECTION",
  "OFFICIAL_FEE",
  "TOTAL",
  "TITLE",
  "REGION",
  "INPUTS",
  "PLAN",
  "TERMS",
  "VALID_UNTIL",
  "CONTRACT",
] as const;
export type ChangedField = (typeof changedFields)[number];

/**
 * One difference between two versions. `subject` is the item of a line, null for the whole. Values are text: amounts in
 * fen, instants in milliseconds, suppliers by id; a line that came or went has its amount.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly field: ChangedField;
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const lineFields = {
  SUPPLIER: (line: QuotationLine) => line.supplierId,
  QUANTITY: (line: QuotationLine) => `${line.quantity} ${line.unit}`,
  UNIT_PRICE: (line: QuotationLine) => String(line.unitPrice),
  AMOUNT: (line: QuotationLine) => String(line.amount),
  STAGE: (line: QuotationLine) => String(line.stage),
  LEAD_DAYS: (line: QuotationLine) => (line.leadDays === null ? null : String(line.leadDays)),
  OPTIONAL: (line: QuotationLine) => String(line.optional),
  NOTE: (line: QuotationLine) => line.note,
  COLLECTION: (line: QuotationLine) => line.collectionMode,
  OFFICIAL_FEE: (line: QuotationLine) => String(line.officialFee),
} satisfies Partial<Record<ChangedField, (line: QuotationLine) => string | null>>;

const wholeFields = {
  TITLE: (content: QuotationContent) => content.title,
  REGION: (content: QuotationContent) => content.regionCode,
  INPUTS: (content: QuotationContent) =>
    content.inputs.map(({ label, value, unit }) => `${label} ${value}${unit ?? ""}`).join("；"),
  PLAN: (content: QuotationContent) =>
    content.plan
      .map(
        (step) =>
          `${step.name} ${step.shareBasisPoints / 100}%（${whenOf({ ...step, milestoneName: step.milestone })}）`,
      )
      .join(" + "),
  TERMS: (content: QuotationContent) => content.terms,
  VALID_UNTIL: (content: QuotationContent) => String(content.validUntil),
  CONTRACT: (content: QuotationContent) => content.contractTemplate,
} satisfies Partial<Record<ChangedField, (content: QuotationContent) => string | null>>;

/**
 * What is different in `after`: lines that came, went or changed (the n-th line of an item is compared with the n-th
 * line of the same item), the total, then the rest. Nothing for equal versions; turned round, what was added is removed.
 */
export function changesBetween(before: QuotationContent, after: QuotationContent): Change[] {
  const [old, young] = [byItem(before.lines), byItem(after.lines)];
  const lines = [...new Set([...young.keys(), ...old.keys()])].flatMap((key) =>
    lineChanges(old.get(key), young.get(key)),
  );
  const [from, to] = [String(sumsOf(before.lines).total), String(sumsOf(after.lines).total)];
  const total = from === to ? [] : [changed("TOTAL", null, from, to)];
  const whole = Object.entries(wholeFields).flatMap(([field, read]) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [changed(field as ChangedField, null, was, is)];
  });
  return [...lines, ...total, ...whole];
}

function byItem(lines: readonly QuotationLine[]): Map<string, QuotationLine> {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const nth = (seen.get(line.itemId) ?? 0) + 1;
      seen.set(line.itemId, nth);
      return [`${line.itemId}#${nth}`, line];
    }),
  );
}

function lineChanges(was: QuotationLine | undefined, is: QuotationLine | undefined): Change[] {
  if (!was) {
    return is ? [{ kind: "ADDED", field: "LINE", subject: is.itemName, before: null, after: String(is.amount) }] : [];
  }
  if (!is) return [{ kind: "REMOVED", field: "LINE", subject: was.itemName, before: String(was.amount), after: null }];
  return Object.entries(lineFields).flatMap(([field, read]) => {
    const [before, after] = [read(was), read(is)];
    return before === after ? [] : [changed(field as ChangedField, is.itemName, before, after)];
  });
}

function changed(field: ChangedField, subject: string | null, before: string | null, after: string | null): Change {
  return { kind: "CHANGED", field, subject, before, after };
}
