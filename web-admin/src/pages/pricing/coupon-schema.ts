import * as z from "zod";
import type { MakeCouponInput } from "../../gql/graphql";

const ids = z.array(z.string());

export const couponSchema = z.object({
  code: z.string().trim().min(3).max(24),
  name: z.string().trim().min(1).max(60),
  kind: z.enum(["AMOUNT", "PERCENT"]),
  /** 分 of an AMOUNT. */
  amount: z.string(),
  /** Percent, such as 10 or 7.5. */
  percent: z.string().trim(),
  maxDiscount: z.string(),
  minSpend: z.string(),
  limitTotal: z.string().trim(),
  limitPerCustomer: z.string().trim(),
  fundedBy: z.enum(["PLATFORM", "SUPPLIER"]),
  validFrom: z.string().min(1),
  validTo: z.string().min(1),
  productIds: ids,
  itemIds: ids,
  supplierIds: ids,
  groupIds: ids,
  regionCodes: ids,
});

export type CouponValues = z.infer<typeof couponSchema>;

export const emptyCoupon: CouponValues = {
  ...{ code: "", name: "", kind: "AMOUNT", amount: "", percent: "", maxDiscount: "", minSpend: "" },
  ...{ limitTotal: "", limitPerCustomer: "1", fundedBy: "PLATFORM", validFrom: "", validTo: "" },
  ...{ productIds: [], itemIds: [], supplierIds: [], groupIds: [], regionCodes: [] },
};

/** What the server is sent; empty limits are none. */
export function couponInput(values: CouponValues, idempotencyKey: string): MakeCouponInput {
  const { code, name, kind, fundedBy, validFrom, validTo } = values;
  const { productIds, itemIds, supplierIds, groupIds, regionCodes } = values;
  return {
    ...{ code, name, kind, fundedBy, scope: { productIds, itemIds, supplierIds, groupIds, regionCodes } },
    value: kind === "AMOUNT" ? Number(values.amount) : Math.round(Number(values.percent) * 100) || 0,
    maxDiscount: kind === "PERCENT" && values.maxDiscount !== "" ? values.maxDiscount : null,
    minSpend: values.minSpend === "" ? null : values.minSpend,
    limitTotal: values.limitTotal === "" ? null : Number.parseInt(values.limitTotal, 10) || 0,
    limitPerCustomer: values.limitPerCustomer === "" ? null : Number.parseInt(values.limitPerCustomer, 10) || 0,
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
    idempotencyKey,
  };
}
