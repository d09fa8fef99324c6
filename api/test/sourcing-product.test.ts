import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { invitationsOf } from "../src/sourcing/invitation.store.js";
import type { Data } from "./kit/actor.js";
import { aCustomer, anItem, aPublishedProduct, aSupplier } from "./kit/makers-catalogue.js";
import { anInquiryInput, asBidder, asCustomer, inquiryNow, say } from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(world.clock.now() + hours * HOUR).toISOString();
const GROUP = { code: "FLOOR", name: "地面", nameEn: "Floor", min: 1, max: 1 };

/** A product of a wall by formula and a floor in two ways, of which only a named supplier lays the second. */
async function aRoom() {
  const [walls, tiles, wood] = [await anItem(world), await anItem(world), await anItem(world)];
  const all = await aSupplier(world, { services: [walls, tiles, wood].map((itemId) => ({ itemId })) });
  const woodOnly = await aSupplier(world, { services: [{ itemId: wood }] });
  const either = { required: false, choiceGroup: GROUP.code, quantityKind: "INPUT" as const, quantityInput: "AREA" };
  const product = await aPublishedProduct(world, {
    choiceGroups: [GROUP],
    contractTemplate: "HOME",
    saleMode: "BIDDING",
    components: [
      { itemId: walls, quantityKind: "FORMULA", quantity: 30, quantityFormula: "area * 2.7 + 5" },
      { ...either, itemId: tiles, quantity: null },
      {
        ...{ ...either, itemId: wood, quantity: null, selectedByDefault: false },
        eligible: { kind: "LIST", supplierIds: [all.supplierId] },
      },
    ],
  });
  const [wallsId = "", tilesId = "", woodId = ""] = product.componentIds;
  return { product, all, woodOnly, wallsId, tilesId, woodId };
}

const asked = (productId: string, componentIds: readonly string[], area = "22") => ({
  ...anInquiryInput([], { deadline: inHours(24), kind: "PRICE", items: null, idempotencyKey: newId() }),
  product: { productId, inputs: [{ code: "AREA", value: area }], componentIds },
});

describe("an inquiry for a product", () => {
  it("takes quantities from its formulas, one of each either-or group, and who may do it from the product", async () => {
    const { product, all, woodOnly, woodId } = await aRoom();
    const customer = await aCustomer(world);
    const made = (await customer.do(say.open, asked(product.productId, [woodId])))["inquiry"] as Data;
    await world.settle();
    const { id, no } = made as unknown as { id: string; no: string };
    const { lines } = await inquiryNow(world, id);
    expect(lines.map(({ quantity, optional }) => [quantity, optional])).toEqual([
      [64.4, false],
      [22, true],
    ]);
    expect((await invitationsOf(world.server.platform.database.read, [id])).map((one) => one.supplierId)).toEqual([
      all.supplierId,
    ]);
    expect(await asBidder(woodOnly.owner, no)).toBeNull();
  });

  it("is refused without a choice, with two, with an unknown part, or with an answer that is missing", async () => {
    const { product, tilesId, woodId } = await aRoom();
    const customer = await aCustomer(world);
    for (const ids of [[], [tilesId, woodId], [newId()]]) {
      expect(await customer.refusal(say.open, asked(product.productId, ids))).toBe("VALIDATION");
    }
    expect(await customer.refusal(say.open, asked(product.productId, [tilesId], ""))).toBe("VALIDATION");
  });

  it("leads to a quotation that wants the contract the product wants", async () => {
    const { product, all, tilesId } = await aRoom();
    const customer = await aCustomer(world);
    const made = (await customer.do(say.open, asked(product.productId, [tilesId])))["inquiry"] as Data;
    await world.settle();
    const { id, no } = made as unknown as { id: string; no: string };
    const lines = ["L1", "L2"].map((lineCode) => ({ lineCode, unitPrice: "10000" }));
    const terms = { leadDays: 5, validDays: 10, terms: "", inclusions: "", planWish: "", fileIds: [] };
    await all.owner.do(say.bid, { inquiryId: id, version: 0, lines, ...terms, idempotencyKey: newId() });
    const { version } = await inquiryNow(world, id);
    await customer.do(say.evaluate, { inquiryId: id, version });
    const [bid] = (await asCustomer(customer, no))["bids"] as unknown as { id: string }[];
    const picks = lines.map(({ lineCode }) => ({ lineCode, bidId: bid?.id }));
    const seen = (await inquiryNow(world, id)).version;
    await customer.do(say.award, { inquiryId: id, version: seen, picks, idempotencyKey: newId() });
    const [written] = await world.server.platform.database.read.query<{ contractTemplate: string }>(
      "SELECT v.contractTemplate FROM quotation_versions v JOIN quotations q ON q.id = v.quotationId WHERE q.sourceId = ?",
      [id],
    );
    expect(written?.contractTemplate).toBe("HOME");
  });
});

describe("a day that is wanted", () => {
  it("leaves out who has no room on it, as long as others have", async () => {
    const itemId = await anItem(world);
    const closed = await aSupplier(world, { services: [{ itemId }] });
    const open = await aSupplier(world, { services: [{ itemId }] });
    const desiredOn = new Date(world.clock.now() + 80 * HOUR).toISOString().slice(0, 10);
    const save =
      "mutation($input: SaveSupplierCalendarInput!) { saveSupplierCalendar(input: $input) { userErrors { code } } }";
    const days = [{ day: desiredOn, perDay: 0, note: "休息" }];
    await closed.owner.do(save, { workdays: [1, 2, 3, 4, 5, 6, 7], days, version: 0 });
    const customer = await aCustomer(world);
    const input = anInquiryInput([itemId], { deadline: inHours(24), desiredOn });
    const { id } = (await customer.do(say.open, input))["inquiry"] as unknown as { id: string };
    await world.settle();
    const invited = await invitationsOf(world.server.platform.database.read, [id]);
    expect(invited.map(({ supplierId }) => supplierId)).toEqual([open.supplierId]);
  });
});

describe("what is written", () => {
  it("reaches bidders without ways to reach anybody, and its customer as it was written", async () => {
    const itemId = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId }] });
    const customer = await aCustomer(world);
    const input = anInquiryInput([itemId], { deadline: inHours(24), description: "两居室，电话 13812345678。" });
    const { id, no } = (await customer.do(say.open, input))["inquiry"] as unknown as { id: string; no: string };
    await world.settle();
    await supplier.owner.do(say.ask, { inquiryId: id, question: "加微信 abc12345 吗？", idempotencyKey: newId() });
    const read = "query($no: String!) { supplierInquiryByNo(no: $no) { description questions { question } } }";
    const seen = (await supplier.owner.ask(read, { no }))["supplierInquiryByNo"];
    expect(seen).toEqual({ description: "两居室，电话 ***。", questions: [{ question: "加微信 *** 吗？" }] });
    expect((await inquiryNow(world, id)).description).toContain("13812345678");
  });
});
