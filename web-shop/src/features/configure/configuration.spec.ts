import { describe, expect, it } from "vitest";
import type { ConfigurableFragment } from "../../gql/graphql";
import { configure, explicitSearch, priceVariables, problemsOf } from "./configuration";
import { readConfigurationSearch } from "./configuration-search";

type Question = ConfigurableFragment["inputs"][number];
type Component = ConfigurableFragment["components"][number];

function aQuestion(code: string, parts: Partial<Question> = {}): Question {
  return {
    __typename: "ProductInput",
    code,
    label: code,
    labelEn: code,
    kind: "NUMBER",
    unit: null,
    required: true,
    min: null,
    max: null,
    options: [],
    hint: null,
    ...parts,
  };
}

function aComponent(code: string, parts: Partial<Component> = {}): Component {
  return {
    __typename: "ProductComponent",
    id: `id-${code}`,
    required: true,
    selectedByDefault: true,
    collectionMode: "OWN_SALE",
    officialFee: "0",
    quantityKind: "FIXED",
    quantity: 1,
    choiceGroup: null,
    quantityInput: null,
    stage: 1,
    item: { __typename: "ServiceItem", id: `item-${code}`, code, name: code, nameEn: code, unit: "次" },
    ...parts,
  };
}

const product: ConfigurableFragment = {
  __typename: "Product",
  id: "p1",
  saleMode: "FIXED",
  contractRequired: false,
  choiceGroups: [],
  supplierChoice: "CUSTOMER",
  regions: [
    { __typename: "Region", code: "430100", name: "长沙市" },
    { __typename: "Region", code: "430200", name: "株洲市" },
  ],
  inputs: [
    aQuestion("AREA", { min: 10, max: 500 }),
    aQuestion("AGE", { kind: "CHOICE", options: ["十年内", "十年以上"] }),
    aQuestion("DAY", { kind: "DATE", required: false }),
    aQuestion("COMPANY", { kind: "TEXT" }),
  ],
  components: [
    aComponent("WATER", { quantityKind: "INPUT", quantity: 80, quantityInput: "AREA" }),
    aComponent("CLEAN", { required: false, selectedByDefault: true }),
    aComponent("PAINT", { required: false, selectedByDefault: false }),
  ],
};

describe("a configuration kept in the address", () => {
  it("starts with the product's own assumptions, so that a price stands there at once", () => {
    const { regionCode, answers, parts } = configure(product, {});
    expect(regionCode).toBe("430100");
    expect(answers).toEqual({ AREA: "80", AGE: "十年内", DAY: "", COMPANY: "" });
    expect(parts.map(({ selected }) => selected)).toEqual([true, true, false]);
  });

  it("asks the server only for what differs from the product", () => {
    const asked = priceVariables(product, configure(product, { "c.CLEAN": "0", "s.WATER": "s9", "i.AREA": "１２０" }));
    expect(asked?.choices).toEqual([
      { componentId: "id-WATER", selected: true, supplierId: "s9" },
      { componentId: "id-CLEAN", selected: false, supplierId: null },
    ]);
    expect(asked?.inputs).toEqual([
      { code: "AREA", value: "120" },
      { code: "AGE", value: "十年内" },
    ]);
  });

  it("means the same when it is spelled out", () => {
    const wish = configure(product, { region: "430200", "c.PAINT": "1", "s.PAINT": "s1", "i.AREA": "95" });
    const again = configure(product, explicitSearch(wish));
    expect(priceVariables(product, again)).toEqual(priceVariables(product, wish));
  });

  it("says so when the city of a link is not served, and shows the first that is", () => {
    const { regionCode, regionRefused } = configure(product, { region: "110100" });
    expect({ regionCode, regionRefused }).toEqual({ regionCode: "430100", regionRefused: true });
  });

  it("lets nobody leave out what is required or choose suppliers where the platform does", () => {
    const { parts } = configure({ ...product, supplierChoice: "PLATFORM" }, { "c.WATER": "0", "s.WATER": "s9" });
    expect(parts[0]).toMatchObject({ selected: true, supplierId: null });
  });

  it("names every answer that can't be ordered with, in the order of the questions", () => {
    const problems = problemsOf(product, configure(product, { "i.AREA": "5" }));
    expect([...problems]).toEqual([
      ["AREA", { kind: "TOO_SMALL", limit: 10 }],
      ["COMPANY", { kind: "MISSING" }],
    ]);
    expect(problemsOf(product, configure(product, { "i.AREA": "很大", "i.COMPANY": "好" })).get("AREA")).toEqual({
      kind: "NO_NUMBER",
    });
  });

  it("takes only its own keys from an address", () => {
    const search = readConfigurationSearch({ region: "430100", "i.AREA": "80", "x.A": "1", "i.<b>": "1", "c.B": 5 });
    expect(search).toEqual({ region: "430100", "i.AREA": "80" });
  });
});

it("of an either-or the visitor's side is taken and the preselected one gives way", () => {
  const either = { required: false, choiceGroup: "FLOOR" };
  const grouped: ConfigurableFragment = {
    ...product,
    choiceGroups: [{ __typename: "ChoiceGroup", code: "FLOOR", name: "地面", nameEn: "Floor", min: 1, max: 1 }],
    components: [aComponent("WOOD", either), aComponent("TILE", { ...either, selectedByDefault: false })],
  };
  const selected = (search: Record<`c.${string}`, string>) =>
    configure(grouped, search)
      .parts.filter((part) => part.selected)
      .map(({ component }) => component.item.code);
  expect(selected({})).toEqual(["WOOD"]);
  expect(selected({ "c.TILE": "1" })).toEqual(["TILE"]);
});

it("where one supplier does everything, who was chosen for one item does all", () => {
  const whole: ConfigurableFragment = {
    ...product,
    supplierChoice: "CUSTOMER_PER_PRODUCT",
    components: [aComponent("A"), aComponent("B")],
  };
  expect(configure(whole, { "s.B": "sup" }).parts.map(({ supplierId }) => supplierId)).toEqual(["sup", "sup"]);
});
