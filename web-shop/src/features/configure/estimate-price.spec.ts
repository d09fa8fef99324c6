import { describe, expect, it } from "vitest";
import type { PriceFragment } from "../../gql/graphql";
import { type EstimableProduct, estimatePrice } from "./estimate-price";

const supplier = { __typename: "Supplier", id: "s1", name: "匠心装饰" } as const;
const line: PriceFragment["lines"][number] = {
  __typename: "PriceLine",
  componentId: "c1",
  itemName: "半包基装",
  unit: "㎡",
  quantity: 80,
  unitPrice: "58800",
  listAmount: "4704000",
  amount: "4233600",
  byFormula: false,
  byMinCharge: false,
  minCharge: null,
  explanation: "",
  chosenByPlatform: true,
  supplier,
};
const price: PriceFragment = {
  __typename: "PriceBreakdown",
  total: "4233600",
  hash: "h",
  productVersionId: "v1",
  tax: "0",
  rules: [],
  coupons: [],
  lines: [line],
  plan: [],
};

const area = { name: "area", type: "NUMBER", unit: "㎡", min: "10", max: "500", options: [], default: null } as const;
const product: EstimableProduct = {
  __typename: "Product",
  id: "p1",
  saleMode: "FIXED",
  contractRequired: false,
  choiceGroups: [],
  supplierChoice: "CUSTOMER",
  regions: [],
  inputs: [
    {
      ...{ __typename: "ProductInput", code: "AREA", label: "面积", labelEn: "Area", kind: "NUMBER", unit: "㎡" },
      ...{ required: true, min: 10, max: 500, options: [], hint: null },
    },
  ],
  components: [
    {
      ...{ __typename: "ProductComponent", id: "c1", required: true, selectedByDefault: true, stage: 1 },
      ...{ collectionMode: "OWN_SALE", officialFee: "0" },
      ...{ quantityKind: "INPUT", quantity: 80, quantityInput: "AREA", quantityFormula: null, choiceGroup: null },
      item: { __typename: "ServiceItem", id: "i1", code: "BASE", name: "半包基装", nameEn: "Base", unit: "㎡" },
      estimate: {
        __typename: "ComponentEstimate",
        params: [{ __typename: "FormulaParam", ...area, options: [] }],
        tables: [],
        expression: "area * unit_price",
        resultUnit: null,
        roundingStep: 100,
        roundingMode: "HALF_UP",
      },
    },
  ],
};

describe("the estimate on the page", () => {
  it("follows the answers by the formula, and takes off what the rules took before", () => {
    const estimate = estimatePrice(product, price, { AREA: "100" });
    expect(estimate?.lines[0]).toMatchObject({ quantity: 100, listAmount: "5880000", amount: "5292000" });
    expect(estimate?.total).toBe("5292000");
  });

  it("is what the server said for what the server was asked", () => {
    expect(estimatePrice(product, price, { AREA: " 80 " })).toEqual(price);
  });

  it("is none where the answers have no price", () => {
    expect(estimatePrice(product, price, { AREA: "9" })).toBeUndefined();
    expect(estimatePrice(product, price, { AREA: "" })).toBeUndefined();
    expect(estimatePrice({ ...product, components: [] }, price, { AREA: "100" })).toBeUndefined();
  });
});
