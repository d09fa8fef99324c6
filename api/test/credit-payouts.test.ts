import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { countRows } from "./kit/counter.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct, type CustomerActor } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code field }";
const PAYOUT = "payout { id no amount state reason bankReference version availableActions }";
const CASH = `mutation($input: RecordCashInput!) { recordCash(input: $input) { ${ERRORS} } }`;
const BY_CREDIT = `mutation($input: PayByCreditInput!) { payByCredit(input: $input) { ${ERRORS} } }`;
const ASK = `mutation($input: AskCreditPayoutInput!) { askCreditPayout(input: $input) { ${PAYOUT} ${ERRORS} } }`;
const TAKE_BACK = `mutation($input: WithdrawCreditPayoutInput!) { withdrawCreditPayout(input: $input) { ${PAYOUT} ${ERRORS} } }`;
const DECLINE = `mutation($input: DeclineCreditPayoutInput!) { declineCreditPayout(input: $input) { ${PAYOUT} ${ERRORS} } }`;
const PAY = `mutation($input: PayCreditOutInput!) { payCreditOut(input: $input) { ${PAYOUT} ${ERRORS} } }`;
const MINE =
  "query($after: String) { myCreditEntries(first: 1, after: $after) { nodes { kind amount } pageInfo { hasNextPage endCursor } } }";
const WAITING = "{ creditPayouts(state: ASKED) { nodes { id customerName } } staffQueues { creditPayouts } }";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
});
afterAll(() => world.close());

/** A customer who paid ¥40 too much. */
async function withCredit() {
  const order = await aPlacedOrder(world, { product });
  const receiptNo = `SJ${newId().replaceAll(/[^A-Za-z0-9]/g, "")}`;
  const input = { instalmentId: order.instalments[0]?.id, amount: "10000", receiptNo, idempotencyKey: newId() };
  await cashier.do(CASH, input);
  return order;
}
const wish = (amount: string) => {
  const payee = { payeeName: "林晓", payeeAccount: "6222 0000 1111 2222" };
  return { amount, ...payee, idempotencyKey: newId() };
};
const ask = async (customer: Actor, amount = "3000"): Promise<Data> =>
  found<Data>((await customer.do(ASK, wish(amount)))["payout"] as Data);
const seen = (payout: Data) => ({ payoutId: payout["id"], version: payout["version"] });
const paying = (payout: Data, bankReference = `CP${newId()}`) => {
  return {
    ...seen(payout),
    bankReference: bankReference.replaceAll(/[^A-Za-z0-9]/g, "").toUpperCase(),
    idempotencyKey: newId(),
  };
};
const free = async (customer: Actor): Promise<unknown> => (await customer.ask("{ myCredit }"))["myCredit"];

async function entriesOf(customer: CustomerActor): Promise<string[]> {
  const told: string[] = [];
  let after: string | null = null;
  do {
    const page: Data = found((await customer.ask(MINE, { after }))["myCreditEntries"]);
    const nodes = page["nodes"] as unknown as { kind: string; amount: string }[];
    told.push(...nodes.map(({ kind, amount }) => `${kind} ${amount}`));
    const info = page["pageInfo"] as unknown as { hasNextPage: boolean; endCursor: string };
    after = info.hasNextPage ? info.endCursor : null;
  } while (after !== null);
  return told;
}

/** What somebody is told of credit in money. */
async function hears(somebody: Actor): Promise<unknown> {
  await world.settle();
  const { notices } = await somebody.ask("{ notices(first: 50) { nodes { kind path } } }");
  return (notices?.["nodes"] as unknown as { kind: string }[]).filter(({ kind }) => kind.startsWith("CREDIT_P"));
}

describe("credit in money", () => {
  it("is held while it is asked for, leaves the books when a cashier sent it, and says where it came from and went", async () => {
    const { customer } = await withCredit();
    expect(await free(customer)).toBe("4000");
    const payout = await ask(customer);
    expect(payout).toMatchObject({ amount: "3000", state: "ASKED", availableActions: ["WITHDRAW"] });
    expect(await free(customer)).toBe("1000");
    const { creditPayouts, staffQueues } = await cashier.ask(WAITING);
    expect([creditPayouts?.["nodes"], staffQueues]).toEqual([
      [{ id: payout["id"], customerName: expect.any(String) }],
      { creditPayouts: 1 },
    ]);
    world.clock.advance(1_000);
    const input = paying(payout);
    const done = await cashier.do(PAY, input);
    expect(done["payout"]).toMatchObject({ state: "PAID", bankReference: input.bankReference });
    expect(await cashier.do(PAY, input)).toEqual(done);
    expect(await free(customer)).toBe("1000");
    expect(await entriesOf(customer)).toEqual(["CREDIT_PAID_OUT -3000", "RECEIPT 4000"]);
    expect((await auditLedger(world.server.platform)).differences).toEqual([]);
    expect(await hears(customer)).toEqual([{ kind: "CREDIT_PAID_OUT", path: "/me/credit" }]);
    expect(await hears(cashier)).toContainEqual({ kind: "CREDIT_PAYOUT_ASKED", path: "/payments/payouts" });
  });

  it("is free again when the customer keeps it, or a cashier declines and says why", async () => {
    const { customer } = await withCredit();
    await customer.do(TAKE_BACK, seen(await ask(customer)));
    const again = await ask(customer, "4000");
    expect(await cashier.refusal(DECLINE, { ...seen(again), reason: "" })).toBe("REASON_REQUIRED");
    const { payout } = await cashier.do(DECLINE, { ...seen(again), reason: "户名与本人不符" });
    expect(payout).toMatchObject({ state: "DECLINED", reason: "户名与本人不符" });
    expect(await hears(customer)).toEqual([{ kind: "CREDIT_PAYOUT_DECLINED", path: "/me/credit" }]);
    expect(await free(customer)).toBe("4000");
    expect(await cashier.refusal(PAY, paying(payout as Data))).toBe("INVALID_STATE");
  });

  it("is refused beyond what is free, for nothing, for no account, and writes nothing", async () => {
    const { customer } = await withCredit();
    const rows = await countRows(world, "credit_payouts");
    expect(await customer.refusal(ASK, wish("4001"))).toBe("CREDIT_TOO_LOW");
    for (const amount of ["0", "-100"]) expect(await customer.refusal(ASK, wish(amount))).toBe("VALIDATION");
    expect(await customer.refusal(ASK, { ...wish("100"), payeeAccount: "abc" })).toBe("VALIDATION");
    expect(await countRows(world, "credit_payouts")).toEqual(rows);
  });

  it("is the asker's alone, and paid by who may", async () => {
    const { customer } = await withCredit();
    const payout = await ask(customer);
    const stranger = (await aPlacedOrder(world, { product })).customer;
    expect(await stranger.refusal(TAKE_BACK, seen(payout))).toBe("NOT_FOUND");
    const reader = await aStaff(world, ["payments.read"]);
    expect(await reader.error(PAY, { input: paying(payout) })).toBe("FORBIDDEN");
    expect(await customer.error(PAY, { input: paying(payout) })).toBe("FORBIDDEN");
  });
});

describe("two at once", () => {
  it("never take the same credit: of two wishes, or of a wish and a payment, one is refused", async () => {
    const one = (await withCredit()).customer;
    const both = await Promise.all([one.ask(ASK, { input: wish("3000") }), one.ask(ASK, { input: wish("3000") })]);
    const codes = both.map((answer) =>
      String((answer["askCreditPayout"]?.["userErrors"] as unknown as Data[])[0]?.["code"]),
    );
    expect(codes.toSorted((a, b) => a.localeCompare(b))).toEqual(["CREDIT_TOO_LOW", "undefined"]);
    const { customer } = await withCredit();
    const other = await aPlacedOrder(world, { product, customer });
    const use = { instalmentId: other.instalments[0]?.id, amount: "3000", idempotencyKey: newId() };
    await Promise.all([customer.ask(ASK, { input: wish("3000") }), customer.ask(BY_CREDIT, { input: use })]);
    expect(await free(customer)).toBe("1000");
  });

  it("and two cashiers send it once, each transfer for one payout", async () => {
    const { customer } = await withCredit();
    const payout = await ask(customer);
    const other = await aStaff(world, ["payments.read", "payments.confirm"]);
    await Promise.all([cashier.ask(PAY, { input: paying(payout) }), other.ask(PAY, { input: paying(payout) })]);
    expect(await free(customer)).toBe("1000");
    const next = await ask(customer, "500");
    const input = paying(next);
    await cashier.do(PAY, input);
    const last = await ask(customer, "500");
    expect(await cashier.refusal(PAY, paying(last, input.bankReference))).toBe("VALIDATION");
  });
});
