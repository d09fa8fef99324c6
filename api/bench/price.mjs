import { evaluatePrice } from "../dist/pricing/evaluate-price.js";

const COMPONENTS = 12;
const RULES = 8;
const everywhere = { productIds: [], itemIds: [], supplierIds: [], groupIds: [], regionCodes: [] };
const area = { name: "area", type: "NUMBER", unit: "㎡", min: "1", max: "500", options: [], default: null };
const formula = {
  params: [area],
  tables: [
    { name: "tiers", kind: "TIER", rows: [1, 20, 60, 100].map((from) => ({ from: String(from), value: "0.9" })) },
  ],
  expression: "unit_price * quantity * tier(tiers, area) + max(0, area - 80) * 2",
  resultUnit: null,
  rounding: { step: 1, mode: "HALF_UP" },
  tests: [],
};

/** CPU milliseconds of one price of 12 components, half of them by formula, under 8 rules with conditions. */
export function priceCpu(rounds = 2_000) {
  const { basis, library } = ground();
  for (let n = 0; n < 300; n += 1) evaluatePrice(basis, library);
  const from = process.cpuUsage();
  for (let n = 0; n < rounds; n += 1) evaluatePrice(basis, library);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / rounds;
}

function ground() {
  const lines = Array.from({ length: COMPONENTS }, (_, index) => ({
    ...{ componentId: `c${index}`, itemId: `item${index}`, itemName: "服务", unit: "㎡", quantity: 12.5 },
    ...{ supplierId: "s", unitPrice: 12_345, unitCost: 8_000, formulaVersionId: index % 2 ? "formula" : null },
  }));
  const rules = Array.from({ length: RULES }, (_, index) => ({
    ...{
      id: `rule${index}`,
      name: `规则 ${index}`,
      target: index < 6 ? "LINE" : "WHOLE",
      scope: everywhere,
      stop: false,
    },
    ...{ params: [area], condition: "amount > 10 and area > 50", action: "MULTIPLY", value: "0.98", formula: null },
    ...{ fundedBy: "PLATFORM", validFrom: null, validTo: null },
  }));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const basis = {
    ...{ productId: "p", productVersionId: "v", regionCode: "430100", at: 1_800_000_000_000, groupIds: [], lines },
    answers: [{ code: "AREA", label: "面积", value: "89", unit: "㎡" }],
    ...{ ruleVersionIds: rules.map((rule) => rule.id), coupon: null, taxRate: 600, marginFloor: 0 },
    rounding: { step: 1, mode: "HALF_UP" },
  };
  return { basis, library: { formula: () => formula, rule: (id) => byId.get(id) } };
}
