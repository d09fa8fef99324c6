import { cleanUscc, isUscc } from "@kaidan/web-kit/format/uscc";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod";

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s-]{7,20}$/, { error: () => i18n._(msg`请填写有效的电话号码。`) });

const service = z
  .object({
    itemId: z.string().min(1),
    level: z.int().min(1).max(5),
    costPrice: z.string().min(1),
    salePrice: z.string().min(1),
    perDay: z.int().min(1).max(10_000),
    notes: z.string().trim().max(300),
  })
  .refine((row) => BigInt(row.costPrice || 0) <= BigInt(row.salePrice || 0), {
    path: ["costPrice"],
    error: () => i18n._(msg`成本价不能高于销售价。`),
  });

/** A supplier as staff enter it by hand; prices in 分. The server checks all of it again. */
export const newSupplierSchema = z.object({
  organisation: z.string().trim().min(2).max(60),
  uscc: z
    .string()
    .transform(cleanUscc)
    .refine(isUscc, { error: () => i18n._(msg`不是有效的统一社会信用代码，请核对 18 位字符。`) }),
  contactName: z.string().trim().min(1).max(30),
  contactPhone: phone,
  contactEmail: z.email(),
  introduction: z.string().trim().max(2_000),
  regions: z.array(z.string()).min(1),
  services: z
    .array(service)
    .min(1, { error: () => i18n._(msg`请至少添加一项服务。`) })
    .refine((rows) => new Set(rows.map(({ itemId }) => itemId)).size === rows.length, {
      error: () => i18n._(msg`同一服务项目只能填写一次。`),
    }),
});

export type NewSupplierValues = z.input<typeof newSupplierSchema>;

export const emptyService: NewSupplierValues["services"][number] = {
  itemId: "",
  level: 3,
  costPrice: "",
  salePrice: "",
  perDay: 5,
  notes: "",
};

export const emptySupplier: NewSupplierValues = {
  organisation: "",
  uscc: "",
  contactName: "",
  contactPhone: "",
  contactEmail: "",
  introduction: "",
  regions: [],
  services: [emptyService],
};
