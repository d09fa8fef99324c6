import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod";
import type { ItemDetailsFragment } from "../../gql/graphql";

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9_-]{0,29}$/, { error: () => i18n._(msg`用大写字母、数字、- 或 _，最多 30 位。`) });

/** The weights as they stand; only 100 may be saved. */
export function weightSum(milestones: readonly { weight: number }[]): number {
  return milestones.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);
}

/** A service item with its milestones. The server checks all of it again. */
export const itemSchema = z.object({
  code,
  name: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(100),
  unit: z.string().trim().min(1).max(10),
  description: z.string().trim().max(2_000),
  categoryId: z.string().min(1),
  requiredCertificates: z.array(z.string().trim().min(1).max(40)).max(10),
  milestones: z
    .array(
      z.object({
        code,
        name: z.string().trim().min(1).max(40),
        weight: z.int().min(1).max(100),
        minPhotos: z.int().min(0).max(9),
      }),
    )
    .min(1)
    .max(20)
    .refine((rows) => new Set(rows.map((row) => row.code)).size === rows.length, {
      error: () => i18n._(msg`节点编码不能重复。`),
    })
    .refine((rows) => weightSum(rows) === 100, { error: () => i18n._(msg`节点权重合计必须为 100%。`) }),
});

export type ItemValues = z.input<typeof itemSchema>;

export const emptyItem: ItemValues = {
  code: "",
  name: "",
  nameEn: "",
  unit: "",
  description: "",
  categoryId: "",
  requiredCertificates: [],
  milestones: [{ code: "DONE", name: "", weight: 100, minPhotos: 1 }],
};

export function itemValues({ item }: ItemDetailsFragment): ItemValues {
  const { code: itemCode, name, nameEn, unit, description, category, milestones, requiredCertificates } = item;
  return {
    code: itemCode,
    name,
    nameEn,
    unit,
    description,
    categoryId: category.id,
    requiredCertificates: [...requiredCertificates],
    milestones: milestones.map((row) => ({
      code: row.code,
      name: row.name,
      weight: row.weight,
      minPhotos: row.minPhotos,
    })),
  };
}
