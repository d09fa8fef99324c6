import { DAY } from "../kernel/clock.js";
import { fen } from "../kernel/money.js";
import type { Platform } from "../platform/platform.js";
import type { Staff } from "../platform/viewer.js";
import { activatePriceRule } from "../pricing/activate-price-rule.flow.js";
import { formulaByCode, formulaVersionsOf } from "../pricing/formula.store.js";
import { makeCoupon } from "../pricing/make-coupon.flow.js";
import { publishFormula } from "../pricing/publish-formula.flow.js";
import { EVERYWHERE, type RuleText } from "../pricing/rule.js";
import { ruleVersionsOf } from "../pricing/rule.store.js";
import { saveCustomerGroup } from "../pricing/save-customer-group.flow.js";
import { saveFormulaDraft } from "../pricing/save-formula-draft.flow.js";
import { savePriceRule } from "../pricing/save-price-rule.flow.js";
import { formulas } from "./formulas-data.js";

/** Who writes prices in the demo, and who lets them pass. */
interface Pricers {
  readonly author: Staff;
  readonly publisher: Staff;
}

/** Every formula of the demo, written, tested and published by two people. */
export async function writeFormulas(platform: Platform, { author, publisher }: Pricers): Promise<void> {
  const { read } = platform.database;
  for (const { code, name, text } of formulas) {
    await saveFormulaDraft(platform, author, { code, name, fresh: true, version: null, text });
    const formula = await formulaByCode(read, code);
    const [draft] = await formulaVersionsOf(read, [formula?.id ?? ""]);
    if (draft?.state !== "TESTED") throw new Error(`The examples of ${code} do not come out.`);
    const which = { formulaVersionId: draft.id, version: draft.version, effectiveFrom: null };
    await publishFormula(platform, publisher, which);
  }
}

const CREW = ["HOST", "MAKEUP", "PHOTO", "VIDEO", "GUIDE"];

/** The season, the bundle and the way of the wedding, a coupon for newcomers, and a group of customers. */
export async function writeRules(
  platform: Platform,
  { author, publisher }: Pricers,
  productIds: ReadonlyMap<string, string>,
  itemIds: ReadonlyMap<string, string>,
): Promise<void> {
  const productScope = { ...EVERYWHERE, productIds: [productIds.get("wedding-signature") ?? ""] };
  const crew = { ...productScope, itemIds: CREW.map((code) => itemIds.get(code) ?? "") };
  for (const { name, text } of weddingRules(productScope, crew)) {
    const ruleId = await savePriceRule(platform, author, { ruleId: null, version: null, name, text });
    const [draft] = await ruleVersionsOf(platform.database.read, [ruleId]);
    const which = { ruleVersionId: draft?.id ?? "", version: draft?.version ?? 0 };
    await activatePriceRule(platform, publisher, which);
  }
  await saveCustomerGroup(platform, author, {
    groupId: null,
    version: null,
    name: "企业客户",
    note: "签了年度合作的公司",
  });
  await makeCoupon(platform, publisher, {
    ...{ code: "NEWHOME", name: "新客立减 100 元", kind: "AMOUNT", value: 10_000, maxDiscount: null },
    ...{ minSpend: fen(100_000), fundedBy: "PLATFORM", scope: EVERYWHERE, limitTotal: 500, limitPerCustomer: 1 },
    validFrom: platform.clock.now(),
    validTo: platform.clock.now() + 365 * DAY,
    idempotencyKey: "demo-coupon-newhome",
  });
}

function weddingRules(all: RuleText["scope"], crew: RuleText["scope"]): { name: string; text: RuleText }[] {
  const text = (given: Partial<RuleText>): RuleText => ({
    ...{ target: "WHOLE", scope: all, params: [], condition: null, action: "MULTIPLY", value: null, formula: null },
    ...{ stop: false, fundedBy: "PLATFORM", validFrom: null, validTo: null },
    ...given,
  });
  const told = (name: string, unit: string | null): RuleText["params"][number] => {
    return { name, type: "NUMBER", unit, min: null, max: null, options: [], default: "0" };
  };
  const holiday = "(day_month == 5 and day_day <= 5) or (day_month == 10 and day_day <= 7)";
  const params = [told("day_month", null), told("day_day", null)];
  return [
    {
      name: "旺季（五一、国庆）",
      text: text({ target: "LINE", scope: crew, params, condition: holiday, value: "1.25" }),
    },
    { name: "一站式套餐 95 折", text: text({ condition: "components >= 7", value: "0.95" }) },
    {
      name: "远途交通费（50 公里以外）",
      text: text({
        ...{ params: [told("km", "公里")], condition: "km > 50" },
        ...{ action: "FORMULA", formula: "amount + (km - 50) * 3" },
      }),
    },
  ];
}
