import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor } from "./kit/actor.js";
import { aCustomer, aStaff, CHANGSHA, type MadeProduct } from "./kit/makers-catalogue.js";
import { aSellableProduct, type CustomerActor } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const MAKE =
  "mutation($input: MakeCouponInput!) { makeCoupon(input: $input) { coupon { id code used state version } userErrors { code field } } }";
const MOVE =
  "mutation($input: MoveCouponInput!) { moveCoupon(input: $input) { coupon { state } userErrors { code } } }";
const PRICE = `query($id: ID!, $code: String) { priceProduct(productId: $id, regionCode: "${CHANGSHA}", inputs: [], choices: [], couponCode: $code) {
  price { total hash coupons { name effect fundedBy } lines { amount discountShare } } userErrors { code field } } }`;
const PLACE =
  "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id version total } userErrors { code field } } }";
const CANCEL =
  "mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id } userErrors { code } } }";

let world: World;
let staff: Actor;
let product: MadeProduct;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  // ¥200 in two lines.
  product = await aSellableProduct(world);
});
afterAll(() => world.close());

async function aCoupon(given: Record<string, unknown> = {}): Promise<{ id: string; code: string; version: number }> {
  const made = await staff.do(MAKE, {
    code: `SAVE-${(count += 1)}`,
    name: "立减",
    kind: "AMOUNT",
    value: 3_333,
    fundedBy: "PLATFORM",
    scope: {},
    validFrom: "2026-11-01T00:00:00.000Z",
    validTo: "2027-11-01T00:00:00.000Z",
    idempotencyKey: newId(),
    ...given,
  });
  return made["coupon"] as unknown as { id: string; code: string; version: number };
}
async function priced(actor: Actor, code: string | null) {
  return (await actor.ask(PRICE, { id: product.productId, code }))["priceProduct"] as unknown as {
    price: { total: string; hash: string; coupons: { effect: string }[]; lines: { amount: string }[] } | null;
    userErrors: { code: string; field: string }[];
  };
}
/** An order with the price that an unused coupon gives, so that racers hold the same promise. */
async function order(customer: CustomerActor, code: string, promise: { total: string; hash: string }): Promise<string> {
  const input = {
    ...{ productId: product.productId, regionCode: CHANGSHA, inputs: [], choices: [], couponCode: code },
    ...{ contactName: "林晓", contactPhone: "13800000001", address: "岳麓区湘江中路 8 号" },
    ...{ expectedTotal: promise.total, expectedHash: promise.hash, idempotencyKey: newId() },
  };
  const answer = (await customer.ask(PLACE, { input }))["placeOrder"];
  return (answer["userErrors"][0]?.["code"] as string | undefined) ?? `ORDER:${answer["order"]["id"] as string}`;
}
async function usedOf(id: string): Promise<{ used: number; rows: number }> {
  const { read } = world.server.platform.database;
  const [coupon] = await read.query<{ used: number }>("SELECT used FROM coupons WHERE id = ?", [id]);
  const [rows] = await read.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM coupon_redemptions WHERE couponId = ? AND releasedAt IS NULL",
    [id],
  );
  return { used: Number(coupon?.used), rows: Number(rows?.n) };
}

describe("a coupon", () => {
  it("takes its amount off to the fen, shared out over the lines, however it is typed", async () => {
    const { code } = await aCoupon();
    const { price } = await priced(world.stranger(), ` ${code.toLowerCase()} `);
    expect(price?.total).toBe("16667");
    expect(price?.coupons).toEqual([{ name: "立减", effect: "-3333", fundedBy: "PLATFORM" }]);
    expect(price?.lines.map(({ amount }) => amount).sort()).toEqual(["8333", "8334"]);
  });

  it("takes a share off, up to its most", async () => {
    const tenth = await aCoupon({ kind: "PERCENT", value: 1_000 });
    expect((await priced(world.stranger(), tenth.code)).price?.total).toBe("18000");
    const capped = await aCoupon({ kind: "PERCENT", value: 1_000, maxDiscount: "500" });
    expect((await priced(world.stranger(), capped.code)).price?.total).toBe("19500");
  });

  it.each([
    ["an unknown one", {}, "NO-SUCH", "COUPON_UNKNOWN"],
    ["one that begins later", { validFrom: "2027-01-01T00:00:00.000Z" }, null, "COUPON_UNKNOWN"],
    ["one for more than is bought", { minSpend: "20001" }, null, "COUPON_NOT_APPLICABLE"],
    ["one for another region", { scope: { regionCodes: ["430200"] } }, null, "COUPON_NOT_APPLICABLE"],
    ["one that leaves nothing to pay", { value: 20_000 }, null, "COUPON_NOT_APPLICABLE"],
  ])("is refused: %s", async (_title, given, typed, code) => {
    const coupon = await aCoupon(given);
    const { price, userErrors } = await priced(world.stranger(), typed ?? coupon.code);
    expect(price).toBeNull();
    expect(userErrors).toEqual([{ code, field: "couponCode" }]);
  });

  it("never takes a price below the margin floor, neither told nor sold", async () => {
    const greedy = await aCoupon({ kind: "PERCENT", value: 9_990 });
    const refused = { code: "COUPON_NOT_APPLICABLE", field: "couponCode" };
    expect((await priced(world.stranger(), greedy.code)).userErrors).toEqual([refused]);
    const customer = await aCustomer(world);
    expect(await order(customer, greedy.code, { total: "20", hash: "x" })).toBe("COUPON_NOT_APPLICABLE");
    expect(await usedOf(greedy.id)).toEqual({ used: 0, rows: 0 });
    // ¥200 that cost ¥140: at 10 % the least price is ¥155.56.
    const most = await aCoupon({ value: 4_444 });
    expect((await priced(world.stranger(), most.code)).price?.total).toBe("15556");
    const beyond = await aCoupon({ value: 4_445 });
    expect((await priced(world.stranger(), beyond.code)).userErrors).toEqual([refused]);
  });

  it("is guessed ten times at most by one customer, also not found then where there is one", async () => {
    const real = await aCoupon();
    const customer = await aCustomer(world);
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await priced(customer, `GUESS-${guess}`)).userErrors[0]?.code).toBe("COUPON_UNKNOWN");
    }
    expect((await priced(customer, "GUESS-11")).userErrors[0]?.code).toBe("RATE_LIMITED");
    expect((await priced(customer, real.code)).userErrors[0]?.code).toBe("RATE_LIMITED");
    expect(await order(customer, real.code, { total: "1", hash: "x" })).toBe("RATE_LIMITED");
    expect((await priced(customer, null)).price?.total).toBe("20000");
    expect((await priced(await aCustomer(world), real.code)).price?.total).toBe("16667");
  });

  it("that is used up is not told from none to a stranger", async () => {
    const coupon = await aCoupon({ limitTotal: 1 });
    const customer = await aCustomer(world);
    const { price } = await priced(customer, coupon.code);
    await order(customer, coupon.code, price as { total: string; hash: string });
    expect((await priced(world.stranger(), coupon.code)).userErrors[0]?.code).toBe("COUPON_UNKNOWN");
    expect((await priced(await aCustomer(world), coupon.code)).userErrors[0]?.code).toBe("COUPON_USED_UP");
  });

  it("is stopped, resumed and ended, and a code is given once", async () => {
    const coupon = await aCoupon();
    await staff.do(MOVE, { couponId: coupon.id, version: 1, verb: "PAUSE" });
    expect((await priced(world.stranger(), coupon.code)).userErrors[0]?.code).toBe("COUPON_UNKNOWN");
    expect(await staff.refusal(MOVE, { couponId: coupon.id, version: 1, verb: "RESUME" })).toBe("STALE_VERSION");
    await staff.do(MOVE, { couponId: coupon.id, version: 2, verb: "RESUME" });
    await staff.do(MOVE, { couponId: coupon.id, version: 3, verb: "END" });
    expect(await staff.refusal(MOVE, { couponId: coupon.id, version: 4, verb: "RESUME" })).toBe("INVALID_STATE");
    const twice = { code: coupon.code, name: "x", kind: "AMOUNT", value: 1, fundedBy: "PLATFORM", scope: {} };
    const dates = { validFrom: "2026-11-01T00:00:00.000Z", validTo: "2027-11-01T00:00:00.000Z" };
    expect(await staff.refusal(MAKE, { ...twice, ...dates, idempotencyKey: newId() })).toBe("VALIDATION");
  });

  it("is given back by an order that is cancelled, once", async () => {
    const coupon = await aCoupon({ limitTotal: 1 });
    const customer = await aCustomer(world);
    const { price } = await priced(customer, coupon.code);
    const placed = await order(customer, coupon.code, price as { total: string; hash: string });
    expect(placed).toMatch(/^ORDER:/);
    expect((await priced(await aCustomer(world), coupon.code)).userErrors[0]?.code).toBe("COUPON_USED_UP");
    await customer.do(CANCEL, { orderId: placed.slice(6), version: 1, reason: "改主意了" });
    expect(await usedOf(coupon.id)).toEqual({ used: 0, rows: 0 });
    expect((await priced(await aCustomer(world), coupon.code)).price?.total).toBe("16667");
  });
});

describe("the last use of a coupon", () => {
  it("goes to one of fifty customers who order at once", async () => {
    const coupon = await aCoupon({ limitTotal: 1 });
    const customers = await Promise.all(Array.from({ length: 50 }, () => aCustomer(world)));
    const { price } = await priced(world.stranger(), coupon.code);
    const answers = await Promise.all(
      customers.map((customer) => order(customer, coupon.code, price as { total: string; hash: string })),
    );
    expect(answers.filter((answer) => answer.startsWith("ORDER:"))).toHaveLength(1);
    expect(answers.filter((answer) => answer === "COUPON_USED_UP")).toHaveLength(49);
    expect(await usedOf(coupon.id)).toEqual({ used: 1, rows: 1 });
  });

  it("one customer who orders fifty times at once uses it exactly as often as they may", async () => {
    const coupon = await aCoupon({ limitPerCustomer: 3 });
    const customer = await aCustomer(world);
    const { price } = await priced(world.stranger(), coupon.code);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => order(customer, coupon.code, price as { total: string; hash: string })),
    );
    expect(answers.filter((answer) => answer.startsWith("ORDER:"))).toHaveLength(3);
    expect(answers.filter((answer) => answer === "COUPON_USED_UP")).toHaveLength(47);
    expect(await usedOf(coupon.id)).toEqual({ used: 3, rows: 3 });
  });
});
