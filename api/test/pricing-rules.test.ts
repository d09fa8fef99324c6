import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import { libraryOf } from "../src/pricing/book.store.js";
import { recomputed } from "../src/pricing/snapshot.js";
import { snapshotsOfOrders } from "../src/pricing/snapshot.store.js";
import type { Actor } from "./kit/actor.js";
import { aCustomer, aStaff, CHANGSHA, type MadeProduct } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const RULE =
  "rule { id name position active { id number version } draft { id number version state } } userErrors { code field data }";
const SAVE = `mutation($input: SavePriceRuleInput!) { savePriceRule(input: $input) { ${RULE} } }`;
const ACTIVATE = `mutation($input: RuleVersionInput!) { activatePriceRule(input: $input) { ${RULE} } }`;
const DISABLE = `mutation($input: RuleVersionInput!) { disablePriceRule(input: $input) { ${RULE} } }`;
const ORDER =
  "mutation($input: ReorderPriceRulesInput!) { reorderPriceRules(input: $input) { rules { id } userErrors { code } } }";
const SIMULATE =
  "query($id: ID!) { simulatePriceRule(ruleVersionId: $id) { count changed difference belowFloor orders { orderNo before after } } }";
const PRICE = `query($id: ID!) { priceProduct(productId: $id, regionCode: "${CHANGSHA}", inputs: [], choices: []) {
  price { total tax rules { name effect fundedBy } lines { listAmount amount discountShare trace { kind text before after } } } userErrors { code } } }`;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly version: number;
}
interface Rule {
  readonly id: string;
  readonly active: Version | null;
  readonly draft: Version | null;
}
interface Told {
  readonly total: string;
  readonly rules: { name: string; effect: string }[];
  readonly lines: { listAmount: string; amount: string; discountShare: string; trace: { kind: string }[] }[];
}

let world: World;
let author: Actor;
let publisher: Actor;
let product: MadeProduct & { readonly supplierId: string };

beforeAll(async () => {
  world = await openWorld();
  author = await aStaff(world, ["pricing.read", "pricing.manage"]);
  publisher = await aStaff(world);
  // Two items of ¥100 each (cost ¥70).
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

const wish = (given: Record<string, unknown> = {}) => ({
  name: "规则",
  target: "LINE",
  scope: { productIds: [product.productId] },
  params: [],
  action: "MULTIPLY",
  value: "1.25",
  stop: false,
  fundedBy: "PLATFORM",
  ...given,
});
async function draft(given: Record<string, unknown> = {}): Promise<Rule> {
  return (await author.do(SAVE, wish(given)))["rule"] as unknown as Rule;
}
async function inForce(given: Record<string, unknown> = {}): Promise<Rule> {
  return activate(await draft(given));
}
async function activate(rule: Rule): Promise<Rule> {
  const input = { ruleVersionId: rule.draft?.id, version: rule.draft?.version };
  return (await publisher.do(ACTIVATE, input))["rule"] as unknown as Rule;
}
async function disable(...rules: Rule[]): Promise<void> {
  for (const { active } of rules) {
    await publisher.do(DISABLE, { ruleVersionId: active?.id, version: active?.version });
  }
}
async function told(actor: Actor = world.stranger()): Promise<Told> {
  return (await actor.ask(PRICE, { id: product.productId }))["priceProduct"]["price"] as unknown as Told;
}

describe("rules", () => {
  it("count in the operator's order, exactly as given", async () => {
    const season = await inForce({ name: "旺季" });
    const fee = await inForce({ name: "加急费", action: "ADD", value: "10" });
    expect((await told()).total).toBe("27000");
    const all = (await publisher.ask("{ priceRules { id } }"))["priceRules"] as unknown as { id: string }[];
    const seen = all.map(({ id }) => id);
    const ruleIds = [...seen.filter((id) => id !== season.id), season.id];
    await publisher.do(ORDER, { seen, ruleIds });
    expect((await told()).total).toBe("27500");
    expect(await publisher.refusal(ORDER, { seen, ruleIds })).toBe("STALE_VERSION");
    expect(await publisher.refusal(ORDER, { seen: ruleIds, ruleIds: ruleIds.slice(1) })).toBe("VALIDATION");
    await disable(season, fee);
    expect((await told()).total).toBe("20000");
  });

  it("go on until the version that replaces them begins, also before its timer has fired", async () => {
    const rule = await inForce({ name: "旺季" });
    const validFrom = new Date(world.clock.now() + HOUR).toISOString();
    const input = { ...wish({ name: "旺季", value: "1.5", validFrom }), ruleId: rule.id, version: null };
    const later = await activate((await author.do(SAVE, input))["rule"] as unknown as Rule);
    expect(later.active?.id).toBe(rule.active?.id);
    expect((await told()).total).toBe("25000");
    world.clock.advance(HOUR);
    expect((await told()).total).toBe("30000");
    await world.settle();
    expect((await told()).total).toBe("30000");
    const rules = (await publisher.ask(`{ priceRules { id active { id number version } versions { number state } } }`))[
      "priceRules"
    ] as unknown as (Rule & { versions: { number: number; state: string }[] })[];
    const now = rules.find(({ id }) => id === rule.id);
    expect(now?.versions).toEqual([
      { number: 2, state: "ACTIVE" },
      { number: 1, state: "DISABLED" },
    ]);
    expect(now?.active?.number).toBe(2);
    if (now) await disable(now);
    expect((await told()).total).toBe("20000");
  });

  it("that would sell below the margin floor make the product not available, and staff are told why", async () => {
    const off = await inForce({ name: "清仓", value: "0.7" });
    const refused = (await world.stranger().ask(PRICE, { id: product.productId }))["priceProduct"];
    expect(refused["price"]).toBeNull();
    expect(refused["userErrors"]).toEqual([{ code: "PRODUCT_NOT_AVAILABLE" }]);
    const preview = `query($id: ID!) { previewProductPrice(productVersionId: $id, regionCode: "${CHANGSHA}", inputs: [], choices: []) {
      userErrors { code } } }`;
    const told = (await publisher.ask(preview, { id: product.versionId }))["previewProductPrice"];
    expect(told["userErrors"]).toEqual([{ code: "MARGIN_BELOW_FLOOR" }]);
    await disable(off);
  });

  it("leave alone what a rule that stops has changed, and tell every step", async () => {
    const first = await inForce({ name: "特价", action: "SET", value: "88", stop: true });
    const second = await inForce({ name: "旺季" });
    const price = await told();
    expect(price.total).toBe("17600");
    expect(price.rules).toMatchObject([{ name: "特价", effect: "-2400", fundedBy: "PLATFORM" }]);
    expect(price.lines[0]?.trace.map(({ kind }) => kind)).toEqual(["ITEM", "RULE"]);
    await disable(first, second);
  });

  it("count only where their condition holds, and only on what they are about", async () => {
    const items = await inForce({ scope: { itemIds: [product.itemIds[0]] }, action: "ADD", value: "-5" });
    const rich = await inForce({ condition: "amount > 1000", value: "0.5" });
    expect((await told()).lines.map(({ amount }) => amount)).toEqual(["9500", "10000"]);
    await disable(items, rich);
  });

  it("over the whole share their effect out to the last fen", async () => {
    const bundle = await inForce({ target: "WHOLE", name: "套餐价", action: "SET", value: "199.99" });
    const price = await told();
    expect(price.total).toBe("19999");
    expect(price.lines.map(({ discountShare }) => Number(discountShare)).sort((a, b) => a - b)).toEqual([-1, 0]);
    await disable(bundle);
  });

  it("of a customer group are its members' only", async () => {
    const SAVE_GROUP =
      "mutation($input: SaveCustomerGroupInput!) { saveCustomerGroup(input: $input) { group { id } userErrors { code } } }";
    const JOIN =
      "mutation($input: ChangeGroupMemberInput!) { changeGroupMember(input: $input) { group { members { displayName } } userErrors { code } } }";
    const { group } = (await author.do(SAVE_GROUP, { name: "老客户", note: "" })) as unknown as {
      group: { id: string };
    };
    const member = await aCustomer(world);
    const login = ((await member.ask("{ me { login } }"))["me"]["login"] ?? "") as string;
    const ours = await inForce({ scope: { productIds: [product.productId], groupIds: [group.id] }, value: "0.9" });
    expect((await told(member)).total).toBe("20000");
    await publisher.do(JOIN, { groupId: group.id, login, member: true });
    expect((await told(member)).total).toBe("18000");
    expect((await told(await aCustomer(world))).total).toBe("20000");
    expect((await told()).total).toBe("20000");
    await publisher.do(JOIN, { groupId: group.id, login, member: false });
    expect((await told(member)).total).toBe("20000");
    expect(await publisher.refusal(JOIN, { groupId: group.id, login: "nobody@example.com", member: true })).toBe(
      "NOT_FOUND",
    );
    await disable(ours);
  });

  it("end by themselves at their last instant", async () => {
    const validTo = new Date(world.clock.now() + 60_000).toISOString();
    const short = await inForce({ validTo });
    expect((await told()).total).toBe("25000");
    world.clock.advance(60_000);
    expect((await told()).total).toBe("20000");
    await world.settle();
    const states = await publisher.ask("{ priceRules { id versions { state } } }");
    const own = (states["priceRules"] as unknown as { id: string; versions: { state: string }[] }[]).find(
      ({ id }) => id === short.id,
    );
    expect(own?.versions).toEqual([{ state: "EXPIRED" }]);
  });

  it("are refused at the caret when they can't be understood", async () => {
    const refused = (await author.ask(SAVE, { input: wish({ condition: "amuont > 1" }) }))["savePriceRule"];
    const [error] = refused["userErrors"] as unknown as { code: string; field: string; data: string }[];
    expect(error).toMatchObject({ code: "FORMULA_INVALID", field: "condition" });
    expect(JSON.parse(error?.data ?? "{}")).toMatchObject({ issue: "UNKNOWN_NAME", from: 0, to: 6 });
    expect(await author.refusal(SAVE, wish({ value: "free" }))).toBe("VALIDATION");
    expect(await author.refusal(SAVE, wish({ action: "FORMULA", value: null }))).toBe("VALIDATION");
  });

  it("take another person than their author, and one winner of two who activate at once", async () => {
    const own = (await publisher.do(SAVE, wish()))["rule"] as unknown as Rule;
    const input = { ruleVersionId: own.draft?.id, version: own.draft?.version };
    expect(await publisher.refusal(ACTIVATE, input)).toBe("FOUR_EYES");
    const other = await aStaff(world);
    const answers = await Promise.all([1, 2].map(() => other.ask(ACTIVATE, { input })));
    const codes = answers.map((answer) => String(answer["activatePriceRule"]["userErrors"][0]?.["code"] ?? "DONE"));
    expect(codes.sort((a, b) => a.localeCompare(b))).toEqual(["DONE", "STALE_VERSION"]);
    const { rule } = answers
      .map((answer) => answer["activatePriceRule"])
      .find((payload) => payload["rule"]) as unknown as {
      rule: Rule;
    };
    await disable(rule);
  });

  it("that were in force are for good: not even the database changes or deletes them", async () => {
    const rule = await inForce({ value: "1.1" });
    const { writer } = world.server.platform.database;
    const change = writer.query("UPDATE price_rule_versions SET value = '2' WHERE id = ?", [rule.active?.id]);
    await expect(change).rejects.toThrow(/only ever ended/);
    const remove = writer.query("DELETE FROM price_rule_versions WHERE id = ?", [rule.active?.id]);
    await expect(remove).rejects.toThrow(/never deleted/);
    await disable(rule);
  });
});

describe("the price of an order", () => {
  it("is kept with all that made it, and gives the same fen after everything has changed", async () => {
    const before = await inForce({ name: "旺季" });
    const share = await inForce({ target: "WHOLE", name: "套餐", value: "0.95", fundedBy: "SUPPLIER" });
    const order = await aPlacedOrder(world, { product });
    await disable(before, share);
    const { read, writer } = world.server.platform.database;
    await writer.query("UPDATE supplier_services SET salePrice = 1, costPrice = 1 WHERE supplierId = ?", [
      product.supplierId,
    ]);
    const snapshot = (await snapshotsOfOrders(read, [order.orderId])).get(order.orderId);
    if (!snapshot) throw new Error("An order keeps its snapshot.");
    const { basis, priced } = snapshot;
    const library = await libraryOf(read, [], basis.ruleVersionIds);
    const again = recomputed(basis, priced, library);
    expect(again.same).toBe(true);
    expect(again.priced.total).toBe(23_750);
    // The suppliers fund the bundle: their pay is 140.00 less 12.50.
    expect(snapshot.cost).toBe(12_750);
    expect(snapshot.tax).toBe(1_344);
    await writer.query("UPDATE supplier_services SET salePrice = 10000, costPrice = 7000 WHERE supplierId = ?", [
      product.supplierId,
    ]);
    await expect(writer.query("UPDATE price_snapshots SET total = 1 WHERE id = ?", [snapshot.id])).rejects.toThrow();
  });

  it("is looked at again by a simulation of a rule, which changes nothing", async () => {
    const order = await aPlacedOrder(world, { product });
    const next = await draft({ value: "0.9" });
    const result = (await author.ask(SIMULATE, { id: next.draft?.id }))["simulatePriceRule"];
    const own = (result["orders"] as unknown as { orderNo: string; before: string; after: string }[]).find(
      ({ orderNo }) => orderNo === order.no,
    );
    expect(own).toEqual({ orderNo: order.no, before: "20000", after: "18000" });
    expect((await told()).total).toBe("20000");
  });

  it("stays above the margin floor: a rule that would break it is not activated", async () => {
    await aPlacedOrder(world, { product });
    const cheap = await draft({ value: "0.5" });
    const input = { ruleVersionId: cheap.draft?.id, version: cheap.draft?.version };
    expect(await publisher.refusal(ACTIVATE, input)).toBe("MARGIN_BELOW_FLOOR");
  });
});
