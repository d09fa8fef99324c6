import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod";

export const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9_-]{0,29}$/, { error: () => i18n._(msg`用大写字母、数字、- 或 _，最多 30 位。`) });

/** A number field that may be empty; Mantine gives "" for that. */
const number = z.union([z.literal(""), z.number()]).transform((value) => (value === "" ? null : value));

const file = z.object({ id: z.string(), url: z.string(), mime: z.string(), bytes: z.number() });

const question = z
  .object({
    code,
    label: z.string().trim().min(1).max(40),
    labelEn: z.string().trim().max(60),
    kind: z.enum(["NUMBER", "TEXT", "CHOICE", "DATE"]),
    unit: z.string().trim().max(10),
    required: z.boolean(),
    min: number,
    max: number,
    options: z.array(z.string().trim().min(1).max(40)).max(30),
    hint: z.string().trim().max(200),
  })
  .refine(({ kind, min, max }) => kind !== "NUMBER" || min === null || max === null || min <= max, {
    path: ["max"],
    error: () => i18n._(msg`最大值不能小于最小值。`),
  });

const component = z.object({
  itemId: z.string().min(1),
  required: z.boolean(),
  selectedByDefault: z.boolean(),
  quantityKind: z.enum(["FIXED", "INPUT", "FORMULA"]),
  quantity: number,
  quantityInput: z.string().trim().toUpperCase(),
  quantityFormula: z.string().trim().max(2_000),
  choiceGroup: z.string().trim().toUpperCase(),
  eligibleKind: z.enum(["ALL", "LIST", "LEVEL"]),
  supplierIds: z.array(z.string()).max(100),
  minLevel: number,
  priceFormula: z.string().trim().toUpperCase().max(30),
  dependsOn: z.array(z.number()),
  lagHours: number,
  collectionMode: z.enum(["OWN_SALE", "SUB_MERCHANT", "CUSTODY", "DIRECT"]),
  commissionPercent: number,
  commissionRefundable: z.boolean(),
  officialFee: z.string(),
});

const group = z
  .object({
    code,
    name: z.string().trim().min(1).max(30),
    nameEn: z.string().trim().max(60),
    min: z.int().min(0).max(30),
    max: z.int().min(1).max(30),
  })
  .refine(({ min, max }) => min <= max, { path: ["max"], error: () => i18n._(msg`最大值不能小于最小值。`) });

export const step = z
  .object({
    name: z.string().trim().min(1).max(30),
    nameEn: z.string().trim().max(40),
    shareBasisPoints: z.int().min(1).max(10_000),
    nature: z.enum(["DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION"]),
    trigger: z.enum([
      "ON_ORDER",
      "ON_DATE",
      "ON_CONTRACT",
      "ON_TICKETS_STARTED",
      "ON_MILESTONE",
      "ON_ACCEPTANCE",
      "AFTER_DAYS",
    ]),
    afterDays: number,
    dueDay: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
    milestone: z.string().trim().toUpperCase().max(30),
    componentPosition: number,
    graceDays: z.int().min(0).max(90),
    overdueAction: z.enum(["NOTHING", "PAUSE_WORK"]),
    collector: z.enum(["PLATFORM", "SUPPLIER"]),
  })
  .refine(({ trigger, afterDays }) => trigger !== "AFTER_DAYS" || (afterDays !== null && afterDays >= 1), {
    path: ["afterDays"],
    error: () => i18n._(msg`请填写验收后几天支付。`),
  })
  .refine(
    ({ trigger, afterDays, dueDay }) =>
      trigger !== "ON_DATE" || dueDay !== "" || (afterDays !== null && afterDays >= 1),
    { path: ["afterDays"], error: () => i18n._(msg`请填写下单后几天支付，或选定日期。`) },
  )
  .refine(({ trigger, milestone }) => trigger !== "ON_MILESTONE" || milestone !== "", {
    path: ["milestone"],
    error: () => i18n._(msg`请填写付款节点的编码。`),
  });

/** A product as it is being composed. A draft may have gaps; what is there must be well formed. */
export const draftSchema = z.object({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: () => i18n._(msg`用小写字母、数字和 -，例如 bathroom-renewal。`) }),
  title: z.string().trim().min(1).max(60),
  titleEn: z.string().trim().max(100),
  summary: z.string().trim().max(200),
  description: z.string().trim().max(10_000),
  categoryId: z.string().min(1),
  gallery: z.array(file).max(12),
  picture: z.string(),
  inputs: z
    .array(question)
    .max(20)
    .refine((rows) => new Set(rows.map((row) => row.code)).size === rows.length, {
      error: () => i18n._(msg`填写项的编码不能重复。`),
    }),
  components: z.array(component).max(30),
  choiceGroups: z
    .array(group)
    .max(10)
    .refine((rows) => new Set(rows.map((row) => row.code)).size === rows.length, {
      error: () => i18n._(msg`选择组的编码不能重复。`),
    }),
  plan: z.array(step).max(12),
  planTemplate: z.string(),
  saleMode: z.enum(["FIXED", "FORMULA", "QUOTE_ONLY", "BIDDING"]),
  contractTemplate: z.string().trim().toUpperCase().max(30),
  supplierChoice: z.enum(["CUSTOMER", "CUSTOMER_PER_PRODUCT", "PLATFORM"]),
  regions: z.array(z.string()),
});

export type DraftValues = z.input<typeof draftSchema>;
export type CheckedDraft = z.output<typeof draftSchema>;
export type QuestionValues = DraftValues["inputs"][number];
export type ComponentValues = DraftValues["components"][number];
export type GroupValues = DraftValues["choiceGroups"][number];
export type StepValues = DraftValues["plan"][number];
/** What the rows of a plan need of the form they stand in. */
export type PlanValues = Pick<DraftValues, "plan">;
