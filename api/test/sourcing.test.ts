import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { invitationsOf } from "../src/sourcing/invitation.store.js";
import type { Data } from "./kit/actor.js";
import { aCategory, aCustomer, anItem, aPublishedProduct, aStaff, aSupplier, ZHUZHOU } from "./kit/makers-catalogue.js";
import {
  aBidInput,
  anInquiry,
  anInquiryInput,
  asBidder,
  asCustomer,
  asStaff,
  awardWhole,
  bid,
  passDeadline,
  say,
} from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sql = () => world.server.platform.database.read;
const inHours = (hours: number): string => new Date(world.clock.now() + hours * HOUR).toISOString();
/** How many inquiries the staff's first page says nobody answered. */
async function stranded(): Promise<number> {
  const staff = await aStaff(world);
  return Number(
    ((await staff.ask("{ staffQueues { strandedInquiries } }"))["staffQueues"] as Data)["strandedInquiries"],
  );
}

describe("an inquiry", () => {
  it("goes by itself to every supplier that can do it, and to nobody else", async () => {
    const itemId = await anItem(world);
    const able = await aSupplier(world, { services: [{ itemId }] });
    const elsewhere = await aSupplier(world, { services: [{ itemId }], regions: [ZHUZHOU] });
    const other = await aSupplier(world, { services: [{ itemId: await anItem(world) }] });
    const customer = await aCustomer(world);
    const made = await customer.do(say.open, anInquiryInput([itemId], { deadline: inHours(24) }));
    await world.settle();
    const { no } = made["inquiry"] as unknown as { no: string };
    expect((await asBidder(able.owner, no))["invitation"]).toMatchObject({ state: "SENT" });
    expect(await asBidder(elsewhere.owner, no)).toBeNull();
    expect(await asBidder(other.owner, no)).toBeNull();
    expect((await asCustomer(customer, no))["counts"]).toMatchObject({ invited: 1, bids: 0 });
  });

  it("never asks more suppliers than its cap in one round", async () => {
    const made = await anInquiry(world, { suppliers: 4, input: { maxSuppliers: 2 } });
    expect(await invitationsOf(sql(), [made.id])).toHaveLength(2);
  });

  it("may be about a product, with its answers as quantities", async () => {
    const itemId = await anItem(world, { unit: "㎡" });
    await aSupplier(world, { services: [{ itemId }] });
    const product = await aPublishedProduct(world, {
      components: [{ itemId, quantityKind: "INPUT", quantity: null, quantityInput: "AREA" }],
    });
    const customer = await aCustomer(world);
    const about = { productId: product.productId, inputs: [{ code: "AREA", value: "22" }], componentIds: [] };
    const input = { ...anInquiryInput([], { deadline: inHours(24), kind: "PRICE", items: null, product: about }) };
    const lines = "lines { code quantity unit } inputs { code value }";
    const text = `mutation($input: OpenInquiryInput!) { openInquiry(input: $input) { inquiry { ${lines} } userErrors { code } } }`;
    expect((await customer.do(text, input))["inquiry"]).toEqual({
      lines: [{ code: "L1", quantity: 22, unit: "㎡" }],
      inputs: [{ code: "AREA", value: "22" }],
    });
    const missing = { ...input, product: { ...about, inputs: [] }, idempotencyKey: newId() };
    expect(await customer.refusal(say.open, missing)).toBe("VALIDATION");
  });

  it("may be a need in words, which bidders price in items of their own", async () => {
    const category = await aCategory(world);
    const itemId = await anItem(world, { categoryId: category.id });
    const supplier = await aSupplier(world, { services: [{ itemId, costPrice: 5_000 }] });
    const customer = await aCustomer(world);
    const need = { categoryId: category.id, title: "阳台漏水" };
    const input = anInquiryInput([], { kind: "PRICE", items: null, need, deadline: inHours(24) });
    const { inquiry } = (await customer.do(say.open, input)) as Data;
    const { id, no } = inquiry as unknown as { id: string; no: string };
    await world.settle();
    expect((await asBidder(supplier.owner, no))["priceList"]).toEqual([{ itemId, unitPrice: "5000" }]);
    const made = { id, no, customer, suppliers: [supplier], itemIds: [], now: () => Promise.reject() };
    const lines = [{ itemId, quantity: 3, unitPrice: "6000" }];
    await supplier.owner.do(say.bid, { ...aBidInput(made), lines });
    const version = (await asCustomer(customer, no))["version"];
    const opened = await customer.do(say.evaluate, { inquiryId: id, version });
    const [offer] = (opened["inquiry"] as Data)["bids"] as unknown as { id: string; total: string }[];
    expect(offer?.total).toBe("20400");
    const picks = [{ lineCode: itemId, bidId: offer?.id }];
    const award = {
      inquiryId: id,
      version: (await asCustomer(customer, no))["version"],
      picks,
      idempotencyKey: newId(),
    };
    expect((await customer.do(say.award, award))["inquiry"]).toMatchObject({ state: "AWARDED" });
  });

  it.each([
    ["no subject", { items: null }],
    ["two subjects", { need: { categoryId: "x", title: "y" } }],
    ["a deadline that is too near", { deadline: "2026-11-20T02:05:00.000Z" }],
    ["more bids wanted than suppliers asked", { minBids: 3, maxSuppliers: 2 }],
    ["a reverse auction without a step", { visibility: "REVERSE" }],
    ["a step without an auction", { decrement: "100" }],
    ["an open inquiry for a price", { kind: "PRICE", visibility: "OPEN" }],
    ["a city nobody serves", { regionCode: "999999" }],
    ["a day that is over", { desiredOn: "2020-01-01" }],
  ])("is refused with %s, and nothing is written", async (_what, wish) => {
    const customer = await aCustomer(world);
    const itemId = await anItem(world);
    const input = anInquiryInput([itemId], { deadline: inHours(24), ...wish });
    expect(await customer.refusal(say.open, input)).toBe("VALIDATION");
    const { myInquiries } = await customer.ask("{ myInquiries { nodes { id } } }");
    expect(myInquiries).toEqual({ nodes: [] });
  });

  it("does not take another's photo", async () => {
    const [mine, other] = [await aCustomer(world), await aCustomer(world)];
    const input = anInquiryInput([await anItem(world)], { deadline: inHours(24), photoFileIds: [newId()] });
    expect(await mine.refusal(say.open, input)).toBe("NOT_FOUND");
    expect(await other.refusal(say.open, input)).toBe("NOT_FOUND");
  });

  it("sent twice with one key is one inquiry", async () => {
    const customer = await aCustomer(world);
    const input = anInquiryInput([await anItem(world)], { deadline: inHours(24) });
    const [one, two] = await Promise.all([customer.do(say.open, input), customer.do(say.open, input)]);
    expect((one["inquiry"] as Data)["id"]).toBe((two["inquiry"] as Data)["id"]);
    const changed = { ...input, description: "别的" };
    expect(await customer.refusal(say.open, changed)).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("what nobody answers", () => {
  it("goes to a person at once when there is nobody to ask", async () => {
    const customer = await aCustomer(world);
    await world.settle();
    const waiting = await stranded();
    const input = anInquiryInput([await anItem(world)], { deadline: inHours(24) });
    const { inquiry } = (await customer.do(say.open, input)) as Data;
    await world.settle();
    expect(await asCustomer(customer, String((inquiry as Data)["no"]))).toMatchObject({ state: "NO_BIDS" });
    expect(await stranded()).toBe(waiting + 1);
  });

  it("asks others in a further round, then goes to a person, who asks by hand", async () => {
    const made = await anInquiry(world, { suppliers: 3, input: { maxSuppliers: 2 } });
    await passDeadline(world, made);
    expect(await made.now()).toMatchObject({ state: "OPEN", round: 2 });
    expect(await invitationsOf(sql(), [made.id])).toHaveLength(3);
    await passDeadline(world, made);
    expect(await made.now()).toMatchObject({ state: "NO_BIDS", round: 2 });
    const waiting = await stranded();
    const staff = await aStaff(world);
    const { version } = await made.now();
    const again = { inquiryId: made.id, version, deadline: inHours(24), supplierIds: [made.suppliers[0]?.supplierId] };
    expect((await staff.do(say.widen, again))["inquiry"]).toEqual({ state: "OPEN", round: 3 });
    expect(await stranded()).toBe(waiting - 1);
    const [first, second] = made.suppliers;
    if (!first || !second) throw new Error("There are three.");
    expect((await asBidder(first.owner, made.no))["availableActions"]).toContain("BID");
    expect((await asBidder(second.owner, made.no))["availableActions"]).not.toContain("BID");
    await bid(first, made);
  });

  it("is opened with what came when fewer bids came than were wanted", async () => {
    const made = await anInquiry(world, { suppliers: 2, input: { minBids: 2 } });
    const [one] = made.suppliers;
    if (one) await bid(one, made);
    await passDeadline(world, made);
    expect(await made.now()).toMatchObject({ state: "EVALUATING" });
    expect((await invitationsOf(sql(), [made.id])).map(({ state }) => state).sort()).toEqual([
      "ANSWERED",
      "NO_RESPONSE",
    ]);
  });
});

describe("a bid", () => {
  it("is kept as a draft for its writer's people alone", async () => {
    const made = await anInquiry(world);
    const [one, two] = made.suppliers;
    if (!one || !two) throw new Error("There are three.");
    const { idempotencyKey: _none, ...draft } = aBidInput(made, { price: 12_300 });
    await one.owner.do(say.draft, draft);
    const seen = await asBidder(one.owner, made.no);
    expect(seen["bid"]).toMatchObject({ state: "DRAFT", number: 0, draft: { lines: [{ unitPrice: "12300" }] } });
    expect((await asBidder(two.owner, made.no))["bid"]).toBeNull();
    expect((await asCustomer(made.customer, made.no))["counts"]).toMatchObject({ bids: 0 });
  });

  it("is revised until the deadline; every version is kept", async () => {
    const made = await anInquiry(world);
    const [one] = made.suppliers;
    if (!one) throw new Error("There are three.");
    const first = (await bid(one, made, { price: 50_000 }))["bid"] as Data;
    const version = Number(first["version"]);
    const second = (await bid(one, made, { price: 45_000, version }))["bid"] as Data;
    expect(second).toMatchObject({
      number: 2,
      total: "990000",
      versions: [{ number: 2 }, { number: 1, total: "1100000" }],
    });
    expect(await one.owner.refusal(say.bid, aBidInput(made, { version }))).toBe("STALE_VERSION");
  });

  it("is withdrawn before the deadline and may come again", async () => {
    const made = await anInquiry(world);
    const [one] = made.suppliers;
    if (!one) throw new Error("There are three.");
    const sent = (await bid(one, made))["bid"] as Data;
    await one.owner.do(say.withdraw, { inquiryId: made.id, version: sent["version"] });
    expect((await asCustomer(made.customer, made.no))["counts"]).toMatchObject({ bids: 0 });
    const now = (await asBidder(one.owner, made.no))["bid"] as Data;
    const again = (await bid(one, made, { version: Number(now["version"]) }))["bid"] as Data;
    expect(again).toMatchObject({ state: "SUBMITTED", number: 2 });
  });

  it("is refused after the deadline, whether or not the clock has come round, and nothing is written", async () => {
    const made = await anInquiry(world);
    const [one] = made.suppliers;
    if (!one) throw new Error("There are three.");
    world.clock.advance(DAY);
    expect(await one.owner.refusal(say.bid, aBidInput(made))).toBe("BIDDING_CLOSED");
    await world.settle();
    expect(await one.owner.refusal(say.bid, aBidInput(made))).toBe("BIDDING_CLOSED");
    expect((await asBidder(one.owner, made.no))["bid"]).toBeNull();
  });

  it.each([
    ["a line that is not asked for", { lines: [{ lineCode: "L9", unitPrice: "1" }] }, "VALIDATION"],
    ["no line", { lines: [] }, "VALIDATION"],
    ["a line twice", { lines: [1, 2].map((n) => ({ lineCode: "L1", unitPrice: String(n) })) }, "VALIDATION"],
    ["a price of nothing", { lines: [{ lineCode: "L1", unitPrice: "0" }] }, "VALIDATION"],
    ["a negative price", { lines: [{ lineCode: "L1", unitPrice: "-5" }] }, "VALIDATION"],
    ["a validity of a year", { validDays: 365 }, "VALIDATION"],
    ["another's file", { fileIds: [newId()] }, "NOT_FOUND"],
  ])("with %s is refused", async (_what, also, code) => {
    const made = await anInquiry(world, { suppliers: 1 });
    expect(await made.suppliers[0]?.owner.refusal(say.bid, aBidInput(made, { also }))).toBe(code);
  });

  it("is not taken from a supplier that may not do the work any more", async () => {
    const made = await anInquiry(world, { suppliers: 1 });
    const [one] = made.suppliers;
    await world.server.platform.database.writer.query("UPDATE suppliers SET state = 'SUSPENDED' WHERE id = ?", [
      one?.supplierId,
    ]);
    expect(await one?.owner.refusal(say.bid, aBidInput(made))).toBe("SUPPLIER_NOT_ELIGIBLE");
  });

  it("runs out when nobody chooses; with the last one a person takes over", async () => {
    const made = await anInquiry(world, { suppliers: 1 });
    const [one] = made.suppliers;
    if (!one) throw new Error("There is one.");
    await bid(one, made);
    await passDeadline(world, made);
    const [offer] = (await asCustomer(made.customer, made.no))["bids"] as unknown as { id: string }[];
    world.clock.advance(11 * DAY);
    expect(await made.customer.refusal(say.award, await awardWhole(made, offer?.id ?? ""))).toBe("BID_EXPIRED");
    await world.settle();
    expect(await made.now()).toMatchObject({ state: "NO_BIDS" });
  });
});

describe("questions", () => {
  it("are read by everybody invited once answered, and nobody learns who asked", async () => {
    const made = await anInquiry(world);
    const [one, two] = made.suppliers;
    if (!one || !two) throw new Error("There are three.");
    await one.owner.do(say.ask, { inquiryId: made.id, question: "含五金吗？", idempotencyKey: newId() });
    await one.owner.do(say.ask, { inquiryId: made.id, question: "只问您", isPrivate: true, idempotencyKey: newId() });
    expect((await asBidder(two.owner, made.no))["questions"]).toEqual([]);
    const asked = (await asCustomer(made.customer, made.no))["questions"] as unknown as { id: string }[];
    for (const { id } of asked) await made.customer.do(say.answer, { questionId: id, answer: "好的" });
    expect(await made.customer.refusal(say.answer, { questionId: asked[0]?.id, answer: "改口" })).toBe("STALE_VERSION");
    expect((await asBidder(two.owner, made.no))["questions"]).toEqual([
      { question: "含五金吗？", answer: "好的", mine: false, isPrivate: false },
    ]);
    expect((await asBidder(one.owner, made.no))["questions"]).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain(one.supplierId);
  });
});

describe("an invitation", () => {
  it("is seen, declined with a reason, and thought better of", async () => {
    const made = await anInquiry(world);
    const [one] = made.suppliers;
    if (!one) throw new Error("There are three.");
    await one.owner.ask(say.view, { input: made.id });
    expect((await asCustomer(made.customer, made.no))["counts"]).toMatchObject({ viewed: 1 });
    expect(await one.owner.refusal(say.decline, { inquiryId: made.id, reason: " " })).toBe("REASON_REQUIRED");
    await one.owner.do(say.decline, { inquiryId: made.id, reason: "档期已满" });
    const open = "{ myInvitations(openOnly: true) { nodes { no } } openInvitationCount }";
    expect(await one.owner.ask(open)).toEqual({ myInvitations: { nodes: [] }, openInvitationCount: 0 });
    expect(await one.owner.refusal(say.decline, { inquiryId: made.id, reason: "再次" })).toBe("INVALID_STATE");
    await bid(one, made);
    expect((await asBidder(one.owner, made.no))["invitation"]).toMatchObject({ state: "ANSWERED" });
  });
});

describe("the deadline", () => {
  it("moves later, never earlier; everybody invited sees it", async () => {
    const made = await anInquiry(world);
    const { version, deadline } = await made.now();
    const later = new Date(deadline + HOUR).toISOString();
    const earlier = new Date(deadline - HOUR).toISOString();
    expect(await made.customer.refusal(say.extend, { inquiryId: made.id, version, deadline: earlier })).toBe(
      "VALIDATION",
    );
    await made.customer.do(say.extend, { inquiryId: made.id, version, deadline: later });
    expect(await made.customer.refusal(say.extend, { inquiryId: made.id, version, deadline: later })).toBe(
      "STALE_VERSION",
    );
    world.clock.advance(DAY + 30 * MINUTE);
    await world.settle();
    expect(await made.now()).toMatchObject({ state: "OPEN" });
    world.clock.advance(DAY);
    expect(
      await made.customer.refusal(say.extend, { inquiryId: made.id, version: version + 1, deadline: inHours(48) }),
    ).toBe("BIDDING_CLOSED");
  });

  it("is not waited for when a price was asked and one answer is enough; a competition runs on", async () => {
    const asked = await anInquiry(world, { input: { kind: "PRICE" } });
    const contest = await anInquiry(world);
    const early = { inquiryId: asked.id, version: (await asked.now()).version };
    expect(await asked.customer.refusal(say.evaluate, early)).toBe("INVALID_STATE");
    for (const made of [asked, contest]) if (made.suppliers[0]) await bid(made.suppliers[0], made);
    expect((await asked.customer.do(say.evaluate, early))["inquiry"]).toMatchObject({ state: "EVALUATING" });
    const competition = { inquiryId: contest.id, version: (await contest.now()).version };
    expect(await contest.customer.refusal(say.evaluate, competition)).toBe("INVALID_STATE");
  });
});

describe("a reverse auction", () => {
  it("shows totals without names, wants each bid lower by the step, and can't be won in the last second", async () => {
    const made = await anInquiry(world, { input: { visibility: "REVERSE", decrement: "10000" } });
    const [one, two] = made.suppliers;
    if (!one || !two) throw new Error("There are three.");
    await bid(one, made, { price: 50_000 });
    const seen = await asBidder(two.owner, made.no);
    expect(seen).toMatchObject({ standings: [{ total: "1100000", mine: false }], most: "1090000" });
    expect(JSON.stringify(seen)).not.toContain(one.supplierId);
    expect(await two.owner.refusal(say.bid, aBidInput(made, { price: 49_600 }))).toBe("BID_NOT_LOW_ENOUGH");
    const { deadline } = await made.now();
    world.clock.advance(deadline - world.clock.now() - MINUTE);
    await bid(two, made, { price: 49_000 });
    expect((await made.now()).deadline).toBe(world.clock.now() + 5 * MINUTE);
    expect((await made.now()).extensions).toBe(1);
    expect((await asCustomer(made.customer, made.no))["standingTotals"]).toEqual(["1207800", "1232000"]);
  });

  it("needs every line, since totals compete", async () => {
    const made = await anInquiry(world, { items: 2, input: { visibility: "REVERSE", decrement: "100" } });
    expect(await made.suppliers[0]?.owner.refusal(say.bid, aBidInput(made, { prices: { L1: 100 } }))).toBe(
      "VALIDATION",
    );
  });
});

describe("staff", () => {
  it("extend, answer, award and cancel for a customer", async () => {
    const staff = await aStaff(world);
    const made = await anInquiry(world, { suppliers: 1 });
    const [one] = made.suppliers;
    if (!one) throw new Error("There is one.");
    await one.owner.do(say.ask, { inquiryId: made.id, question: "几楼？", idempotencyKey: newId() });
    const [question] = (await asCustomer(made.customer, made.no))["questions"] as unknown as { id: string }[];
    await staff.do(say.staffAnswer, { questionId: question?.id, answer: "五楼" });
    const { version, deadline } = await made.now();
    await staff.do(say.staffExtend, { inquiryId: made.id, version, deadline: new Date(deadline + HOUR).toISOString() });
    await bid(one, made);
    await passDeadline(world, made);
    const later = await aStaff(world);
    const seen = await asStaff(later, made.no);
    const [offer] = seen["bids"] as unknown as { id: string; cost: string; total: string }[];
    expect(offer).toMatchObject({ cost: "1056000", total: "1183600" });
    await later.do(say.staffAward, await awardWhole(made, offer?.id ?? ""));
    expect(await made.now()).toMatchObject({ state: "AWARDED" });
    const cancel = { inquiryId: made.id, version: (await made.now()).version, reason: "不做了" };
    expect(await later.refusal(say.staffCancel, cancel)).toBe("INVALID_STATE");
  });

  it("change how bids become prices, for inquiries from then on", async () => {
    const staff = await aStaff(world);
    const before = await anInquiry(world, { suppliers: 1, input: { kind: "PRICE" } });
    await staff.do(say.terms, { mode: "DIRECT", rateBasisPoints: 1_000, stepFen: 1, floorBasisPoints: 0 });
    const after = await anInquiry(world, { suppliers: 1, input: { kind: "PRICE" } });
    for (const made of [before, after]) {
      if (made.suppliers[0]) await bid(made.suppliers[0], made, { price: 10_000 });
      await made.customer.do(say.evaluate, { inquiryId: made.id, version: (await made.now()).version });
    }
    const totals = async (made: typeof before) =>
      ((await asStaff(staff, made.no))["bids"] as unknown as { total: string; cost: string }[])[0];
    expect(await totals(before)).toMatchObject({ total: "246400", cost: "220000" });
    expect(await totals(after)).toMatchObject({ total: "220000", cost: "198000" });
    expect(
      await staff.refusal(say.terms, { mode: "MARKUP", rateBasisPoints: -1, stepFen: 1, floorBasisPoints: 0 }),
    ).toBe("VALIDATION");
    await staff.do(say.terms, { mode: "MARKUP", rateBasisPoints: 1_200, stepFen: 100, floorBasisPoints: 500 });
  });
});
