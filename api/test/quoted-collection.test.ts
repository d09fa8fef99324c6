import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { aPublishedProduct, aStaff, CHANGSHA } from "./kit/makers-catalogue.js";
import { bringTo } from "./kit/makers-fulfilment.js";
import { type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import {
  ACCEPT_QUOTATION,
  acceptanceOf,
  aQuotation,
  contentOf,
  type MadeQuotation,
  SEND_QUOTATION,
  START_QUOTATION,
} from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

const ONE_SUM = {
  ...{ name: "全款", nameEn: "Whole", shareBasisPoints: 10_000, nature: "ADVANCE", trigger: "ON_ORDER" },
  ...{ afterDays: null, gate: true },
};
const HALVES = [
  { ...ONE_SUM, name: "首付", nameEn: "First", shareBasisPoints: 5_000 },
  {
    ...{ ...ONE_SUM, name: "尾款", nameEn: "Rest", nature: "FINAL", shareBasisPoints: 5_000 },
    ...{ trigger: "ON_ACCEPTANCE", gate: false },
  },
];
const COLLECTED = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) { paymentId userErrors { code } } }`;
const CONFIRM_IT = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) { payment { state } userErrors { code } } }`;
const custody = { collectionMode: "CUSTODY", commissionRate: 1_200, commissionRefundable: true, officialFee: "0" };

let world: World;
let staff: Actor;
beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

/** What staff write of one piece of work, sold on these terms and paid in one sum. */
async function aWish(collection: Record<string, unknown>, unitPrice: string, plan: readonly unknown[] = [ONE_SUM]) {
  const made = await aQuotation(world, { count: 1 });
  const said = contentOf(world, made, unitPrice);
  const lines = (said["lines"] as Record<string, unknown>[]).map((line) => ({ ...line, collection }));
  const content = { ...said, lines, plan };
  return { made, input: { customerId: made.customer.accountId, content, idempotencyKey: newId() } };
}

/** An order by a quotation of one piece of work that staff wrote and its customer accepted, with its ticket once it is paid. */
async function accepted(collection: Record<string, unknown>, unitPrice: string, plan?: readonly unknown[]) {
  const { made, input } = await aWish(collection, unitPrice, plan);
  const { quotation } = await staff.do(START_QUOTATION, input);
  const version = found(quotation?.["versions"][0])["version"];
  const quotationId = String(quotation?.["id"]);
  await staff.do(SEND_QUOTATION, { quotationId, number: 1, version });
  const { order } = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, { quotationId }));
  return { made, order: { orderId: String(order?.["id"]), customer: made.customer } as MadeOrder };
}

const ticketOf = async ({ orderId }: MadeOrder): Promise<string> => {
  const { read } = world.server.platform.database;
  return found((await ticketsOf(read, [orderId]))[0]).id;
};
async function doneWork({ made, order }: { made: MadeQuotation; order: MadeOrder }): Promise<void> {
  const ticketId = await ticketOf(order);
  const { supplier, customer } = made;
  await bringTo(world, { ticketId, order, customer, supplier, staff }, "ACCEPTED");
}
const invoiceable = async ({ customer, orderId }: MadeOrder): Promise<unknown> =>
  (await customer.ask("query($id: ID!) { order(id: $id) { invoiceable } }", { id: orderId }))["order"]?.["invoiceable"];

const books = (order: MadeOrder, ...accounts: string[]): Promise<number[]> =>
  Promise.all(accounts.map((account) => booked(world, order, account)));
const faults = async (): Promise<readonly string[]> => {
  world.clock.advance(1);
  return (await auditLedger(world.server.platform)).differences;
};

describe("an accepted quotation", () => {
  it("of the supplier's own sale is held when it is paid (TA1) and released less 12 % when it is accepted (TA2)", async () => {
    const sold = await accepted(custody, "500000");
    const read = await sold.order.customer.ask(
      "query($id: ID!) { order(id: $id) { lines { collectionMode officialFee } } }",
      { id: sold.order.orderId },
    );
    expect(read["order"]?.["lines"]).toEqual([{ collectionMode: "CUSTODY", officialFee: "0" }]);
    await payByTransfer(world, sold.order);
    expect(await books(sold.order, "1002", "2241.H", "2203")).toEqual([500_000, -500_000, 0]);
    await doneWork(sold);
    expect(await books(sold.order, "2241.H", "2241.A", "6051", "2221")).toEqual([0, -440_000, -56_604, -3_396]);
    expect(await books(sold.order, "6001", "2202")).toEqual([0, 0]);
    expect(await faults()).toEqual([]);
  });

  it("shows its supplier what it sells and what is left of it, and lets the platform invoice none of it", async () => {
    const sold = await accepted(custody, "500000");
    await payByTransfer(world, sold.order);
    await world.settle();
    const OFFERS = "{ myOffers { ownSale { collectionMode price commissionRate commission receives } } }";
    expect((await sold.made.supplier.owner.ask(OFFERS))["myOffers"]).toEqual([
      {
        ownSale: {
          ...{ collectionMode: "CUSTODY", price: "500000", commissionRate: 1_200 },
          ...{ commission: "60000", receives: "440000" },
        },
      },
    ]);
    expect(await invoiceable(sold.order)).toBe("0");
  });

  it("that the supplier sells and collects is told beside the books (TS1), and its commission is claimed (TS2)", async () => {
    const sold = await accepted({ ...custody, collectionMode: "DIRECT" }, "500000", HALVES);
    await payByTransfer(world, sold.order);
    await doneWork(sold);
    const ticketId = await ticketOf(sold.order);
    const wish = { ticketId, amount: "250000", idempotencyKey: newId() };
    const { paymentId } = await sold.made.supplier.owner.do(COLLECTED, wish);
    await sold.order.customer.do(CONFIRM_IT, { paymentId, version: 2, idempotencyKey: newId() });
    expect(await books(sold.order, "9001", "9002")).toEqual([250_000, -250_000]);
    // What reached the platform all the same is held for the supplier, and the commission on all comes off it first.
    expect(await books(sold.order, "2241.H", "2241.A", "6051", "2221")).toEqual([0, -190_000, -56_604, -3_396]);
    expect(await faults()).toEqual([]);
  });

  it("keeps an office's fee apart (G), which the platform does not invoice", async () => {
    const fee = { ...custody, collectionMode: "OWN_SALE", officialFee: "27000" };
    const sold = await accepted(fee, "95000");
    await payByTransfer(world, sold.order);
    expect(await books(sold.order, "1002", "2241.G", "2203")).toEqual([95_000, -27_000, -68_000]);
    expect(await invoiceable(sold.order)).toBe("68000");
  });

  it("of what the platform sells has no commission, whatever was written", async () => {
    const sold = await accepted({ ...custody, collectionMode: "OWN_SALE" }, "500000");
    await payByTransfer(world, sold.order);
    await doneWork(sold);
    expect(await books(sold.order, "2241.H", "6051", "2202")).toEqual([0, 0, -7_000]);
  });
});

describe("a line of a quotation", () => {
  it.each([
    ["a fee of more than its price", { officialFee: "500001" }, "lines.0.officialFee"],
    ["a commission of more than all", { commissionRate: 10_001 }, "lines.0.collection"],
    ["a commission below nothing", { commissionRate: -1 }, "lines.0.collection"],
  ])("is refused with %s", async (_what, change, field) => {
    const { input } = await aWish({ ...custody, ...change }, "500000");
    const answer = await staff.ask(START_QUOTATION, { input });
    expect(answer["startQuotation"]?.["userErrors"]).toEqual([expect.objectContaining({ code: "VALIDATION", field })]);
  });

  it("is sold as its product says when staff say nothing else", async () => {
    const made = await aQuotation(world, { count: 1 });
    const itemId = found(made.itemIds[0]);
    const terms = { collectionMode: "DIRECT" as const, commissionRate: 1_200 };
    const product = await aPublishedProduct(world, { components: [{ itemId, ...terms }] });
    const input = { productId: product.productId, regionCode: CHANGSHA, inputs: [], choices: [] };
    const PROPOSE = `query($input: QuoteProductInput!) { quoteProduct(input: $input) { proposal {
      lines { componentId collectionMode commissionRate officialFee } } userErrors { code } } }`;
    const proposed = (await staff.ask(PROPOSE, { input }))["quoteProduct"]?.["proposal"]?.[
      "lines"
    ] as unknown as Data[];
    expect(proposed).toEqual([
      { componentId: product.componentIds[0], collectionMode: "DIRECT", commissionRate: 1_200, officialFee: "0" },
    ]);
    const said = contentOf(world, made);
    const lines = (said["lines"] as Record<string, unknown>[]).map((line) => {
      return { ...line, componentId: product.componentIds[0] };
    });
    const content = { ...said, productVersionId: product.versionId, lines };
    const started = await staff.do(START_QUOTATION, {
      ...{ customerId: made.customer.accountId, content, idempotencyKey: newId() },
    });
    const READ =
      "query($no: String!) { staffQuotation(no: $no) { versions { lines { collectionMode commissionRate } } } }";
    const seen = await staff.ask(READ, { no: started["quotation"]?.["no"] });
    expect(seen["staffQuotation"]?.["versions"][0]?.["lines"]).toEqual([terms]);
  });
});
