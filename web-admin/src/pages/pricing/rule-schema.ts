import * as z from "zod";
import type { PriceRuleTextFragment, SavePriceRuleInput } from "../../gql/graphql";

const ids = z.array(z.string());

export const ruleSchema = z.object({
  name: z.string().trim().min(1).max(60),
  target: z.enum(["LINE", "WHOLE"]),
  action: z.enum(["SET", "ADD", "MULTIPLY", "MIN", "MAX", "FORMULA"]),
  value: z.string().trim().max(20),
  formula: z.string().trim().max(2_000),
  condition: z.string().trim().max(2_000),
  params: z.array(
    z.object({
      name: z.string().trim().min(1).max(40),
      type: z.enum(["NUMBER", "TEXT", "BOOLEAN"]),
      unit: z.string().trim().max(20),
      default: z.string().trim().max(40),
    }),
  ),
  productIds: ids,
  itemIds: ids,
  supplierIds: ids,
  groupIds: ids,
  regionCodes: ids,
  stop: z.boolean(),
  fundedBy: z.enum(["PLATFORM", "SUPPLIER"]),
  validFrom: z.string(),
  validTo: z.string(),
});

export type RuleValues = z.infer<typeof ruleSchema>;

/** A version as its form shows it; a new rule counts everywhere and takes five percent off. */
export function ruleValues(version: PriceRuleTextFragment | undefined): RuleValues {
  const scope = version?.scope;
  return {
    name: version?.name ?? "",
    target: version?.target ?? "LINE",
    action: version?.action ?? "MULTIPLY",
    value: version?.value ?? "",
    formula: version?.formula ?? "",
    condition: version?.condition ?? "",
    params: (version?.params ?? []).map((param) => {
      return { name: param.name, type: param.type, unit: param.unit ?? "", default: param.default ?? "" };
    }),
    productIds: [...(scope?.productIds ?? [])],
    itemIds: [...(scope?.itemIds ?? [])],
    supplierIds: [...(scope?.supplierIds ?? [])],
    groupIds: [...(scope?.groupIds ?? [])],
    regionCodes: [...(scope?.regionCodes ?? [])],
    stop: version?.stop ?? false,
    fundedBy: version?.fundedBy ?? "PLATFORM",
    validFrom: localTime(version?.validFrom),
    validTo: localTime(version?.validTo),
  };
}

/** What the server is sent of it. */
export function ruleInput(values: RuleValues): Omit<SavePriceRuleInput, "ruleId" | "version"> {
  const { productIds, itemIds, supplierIds, groupIds, regionCodes, validFrom, validTo, params, ...rest } = values;
  return {
    ...rest,
    value: rest.value || null,
    formula: rest.formula || null,
    condition: rest.condition || null,
    params: params.map(({ unit, default: presumed, ...param }) => {
      return { ...param, unit: unit || null, default: presumed || null };
    }),
    scope: { productIds, itemIds, supplierIds, groupIds, regionCodes },
    validFrom: validFrom === "" ? null : new Date(validFrom).toISOString(),
    validTo: validTo === "" ? null : new Date(validTo).toISOString(),
  };
}

/** An instant as the field of a local date and time holds it. */
function localTime(at: string | null | undefined): string {
  if (!at) return "";
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
