import { minusFen } from "@kaidan/web-kit/format/money";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { z } from "zod";

const levels = [1, 2, 3, 4, 5] as const;

/** Words for the five levels of capability, from 1. */
export const levelWords = [
  msg`1 级 · 新手`,
  msg`2 级 · 一般`,
  msg`3 级 · 熟练`,
  msg`4 级 · 精通`,
  msg`5 级 · 资深`,
] as const;

const perDayMax = 10_000;
const notesMax = 300;

/** What a supplier says of one item: how well, for how much, how many a day. The platform never sells at a loss. */
export const termsSchema = z
  .object({
    level: z.int().min(1).max(levels.length),
    /** 分; "" while empty. */
    costPrice: z.string().min(1),
    salePrice: z.string().min(1),
    perDay: z.int().min(1).max(perDayMax),
    notes: z.string().max(notesMax),
  })
  .refine(({ costPrice, salePrice }) => !minusFen(salePrice, costPrice).startsWith("-"), {
    path: ["salePrice"],
    error: () => i18n._(msg`销售价不能低于成本价。`),
  });

export type Terms = z.infer<typeof termsSchema>;

export const blankTerms: Terms = { level: 3, costPrice: "", salePrice: "", perDay: 5, notes: "" };

const hours = z.number().int().min(0).max(2_160).nullable();

/** What else a revision says; empty is nothing special. Days are YYYY-MM-DD in Shanghai. */
export const moreTermsSchema = z
  .object({
    minCharge: z.string(),
    concurrent: z.number().int().min(1).max(10_000).nullable(),
    leadHours: hours,
    noticeHours: hours,
    regions: z.array(z.string()),
    brands: z.array(z.string().max(40)).max(20),
    from: z.string(),
    to: z.string(),
  })
  .refine(({ from, to }) => to === "" || from === "" || to >= from, {
    path: ["to"],
    error: () => i18n._(msg`失效日期不能早于生效日期。`),
  });

export type MoreTerms = z.infer<typeof moreTermsSchema>;

export const noMoreTerms: MoreTerms = {
  minCharge: "",
  concurrent: null,
  leadHours: null,
  noticeHours: null,
  regions: [],
  brands: [],
  from: "",
  to: "",
};
