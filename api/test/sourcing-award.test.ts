import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { closeInquiry } from "../src/sourcing/close-inquiry.flow.js";
import { awardsOf } from "../src/sourcing/inquiry.store.js";
import { invitationsOf } from "../src/sourcing/invitation.store.js";
import { routeInquiry } from "../src/sourcing/route-inquiry.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { aCustomer, aStaff } from "./kit/makers-catalogue.js";
import {
  aBidInput,
  anInquiry,
  asBidder,
  asCustomer,
  awardWhole,
  bid,
  type MadeInquiry,
  passDeadline,
  say,
} from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

/** Each race is run so often: who wins may differ, that one wins may not. */
const ROUNDS = [1, 2, 3, 4];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sql = () => world.server.platform.database.read;

async function outcome(actor: Actor, mutation: string, input: Record<string, unknown>): Promise<string> {
  const answer = await actor.send(mutation, { input });
  expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
  const [payload] = Object.values(answer.data ?? {}) as { userErrors: { code: string }[] }[];
  return payload?.userErrors[0]?.code ?? "DONE";
}

/** A sealed competition for two lines whose three bids were opened: 480/450/500 and 100/120/90 yuan a unit. */
async function anOpenedContest(): Promise<{ made: MadeInquiry; bidIds: string[] }> {
  const made = await anInquiry(world, { suppliers: 3, items: 2 });
  const prices = [
    { L1: 48_000, L2: 10_000 },
    { L1: 45_000, L2: 12_000 },
    { L1: 50_000, L2: 9_000 },
  ];
  for (const [index, supplier] of made.suppliers.entries()) await bid(supplier, made, { prices: prices[index] ?? {} });
  await passDeadline(world, made);
  const bids = (await asCustomer(made.customer, made.no))["bids"] as unknown as {
    id: string;
    supplier: { id: string };
  }[];
  const bidIds = made.suppliers.map(({ supplierId }) => bids.find((one) => one.supplier.id === supplierId)?.id ?? "");
  return { made, bidIds };
}

async function quotationsOf(made: MadeInquiry) {
  return sql().query<{ id: string; state: string; total: number; customerId: string }>(
    "SELECT id, state, total, customerId FROM quotations WHERE sourceId = ?",
    [made.id],
  );
}

describe("the comparison", () => {
  it("marks the lowest of every line and of the complete bids, in the customer's prices", async () => {
    const { made, bidIds } = await anOpenedContest();
    const seen = await asCustomer(made.customer, made.no);
    const rows = seen["sheet"] as unknown as {
      code: string;
      cells: { bidId: string; lowest: boolean; unitPrice: string }[];
    }[];
    const lowest = rows.map(({ code, cells }) => [code, cells.find((cell) => cell.lowest)?.bidId]);
    expect(lowest).toEqual([
      ["L1", bidIds[1]],
      ["L2", bidIds[2]],
    ]);
    expect(rows[0]?.cells.find(({ bidId }) => bidId === bidIds[1])?.unitPrice).toBe("50400");
    const bids = seen["bids"] as unknown as { id: string; lowest: boolean; total: string }[];
    expect(bids.find((one) => one.lowest)?.id).toBe(bidIds[1]);
  });
});

describe("an award", () => {
  it("as a whole makes a quotation of exactly what was bid, and tells everybody", async () => {
    const { made, bidIds } = await anOpenedContest();
    const done = await made.customer.do(say.award, await awardWhole(made, bidIds[1] ?? ""));
    const { quotationId } = done["inquiry"] as unknown as { quotationId: string };
    const [quotation] = await quotationsOf(made);
    // 22 × 504.00 + 22 × 135.00, the bid's prices raised by 12 % to whole yuan.
    expect(quotation).toMatchObject({ id: quotationId, state: "SENT", total: 1_405_800 });
    const lines = await sql().query<{ unitPrice: number; amount: number; costAmount: number; supplierId: string }>(
      `SELECT l.unitPrice, l.amount, l.costAmount, l.supplierId FROM quotation_lines l
         JOIN quotation_versions v ON v.id = l.versionId WHERE v.quotationId = ? ORDER BY l.position`,
      [quotationId],
    );
    expect(lines.map((line) => [Number(line.unitPrice), Number(line.costAmount)])).toEqual([
      [50_400, 990_000],
      [13_500, 264_000],
    ]);
    const states = await Promise.all(
      made.suppliers.map(async ({ owner }) => ((await asBidder(owner, made.no))["bid"] as Data)["state"]),
    );
    expect(states).toEqual(["LOST", "AWARDED", "LOST"]);
    await world.settle();
    const kinds = await sql().query<{ kind: string; n: number }>(
      "SELECT kind, COUNT(*) AS n FROM notices WHERE subjectId = ? AND kind LIKE 'BID%' GROUP BY kind ORDER BY kind",
      [made.id],
    );
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, Number(n)]))).toEqual({
      BIDS_OPENED: 1,
      BID_ARRIVED: 3,
      BID_AWARDED: 1,
      BID_LOST: 2,
    });
  });

  it("shows the customer to the winner alone", async () => {
    const { made, bidIds } = await anOpenedContest();
    const [one, two] = made.suppliers;
    expect(await asBidder(one?.owner as Actor, made.no)).toMatchObject({
      customerName: "林**",
      customerPhone: "138****5678",
    });
    await made.customer.do(say.award, await awardWhole(made, bidIds[0] ?? ""));
    expect(await asBidder(one?.owner as Actor, made.no)).toMatchObject({
      customerName: "林晓月",
      customerPhone: "13812345678",
    });
    expect(await asBidder(two?.owner as Actor, made.no)).toMatchObject({
      customerName: "林**",
      customerPhone: "138****5678",
    });
  });

  it("is split line by line: one quotation, two suppliers", async () => {
    const { made, bidIds } = await anOpenedContest();
    const picks = [
      { lineCode: "L1", bidId: bidIds[1] },
      { lineCode: "L2", bidId: bidIds[2] },
    ];
    const { version } = await made.now();
    await made.customer.do(say.award, { inquiryId: made.id, version, picks, idempotencyKey: newId() });
    expect(await quotationsOf(made)).toHaveLength(1);
    const states = await Promise.all(
      made.suppliers.map(async ({ owner }) => ((await asBidder(owner, made.no))["bid"] as Data)["state"]),
    );
    expect(states).toEqual(["LOST", "AWARDED", "AWARDED"]);
  });

  it("is refused for missing, repeated, unknown or foreign lines, and nothing is written", async () => {
    const { made, bidIds } = await anOpenedContest();
    const other = await anOpenedContest();
    const { version } = await made.now();
    const award = (picks: unknown[]) => ({ inquiryId: made.id, version, picks, idempotencyKey: newId() });
    const [first = ""] = bidIds;
    const L1 = { lineCode: "L1", bidId: first };
    expect(await made.customer.refusal(say.award, award([]))).toBe("VALIDATION");
    expect(await made.customer.refusal(say.award, award([L1]))).toBe("VALIDATION");
    expect(await made.customer.refusal(say.award, award([L1, L1]))).toBe("VALIDATION");
    expect(await made.customer.refusal(say.award, award([L1, { lineCode: "L9", bidId: first }]))).toBe("VALIDATION");
    const foreign = { lineCode: "L2", bidId: other.bidIds[0] };
    expect(await made.customer.refusal(say.award, award([L1, foreign]))).toBe("NOT_FOUND");
    expect(await quotationsOf(made)).toEqual([]);
    expect(await made.now()).toMatchObject({ state: "EVALUATING" });
  });

  it("is refused of a bid that was withdrawn, and of a supplier that may not do it any more", async () => {
    const { made, bidIds } = await anOpenedContest();
    const [one, two] = made.suppliers;
    const sent = (await asBidder(one?.owner as Actor, made.no))["bid"] as Data;
    await one?.owner.do(say.withdraw, { inquiryId: made.id, version: sent["version"] });
    expect(await made.customer.refusal(say.award, await awardWhole(made, bidIds[0] ?? ""))).toBe("INVALID_STATE");
    const { writer } = world.server.platform.database;
    await writer.query("UPDATE suppliers SET state = 'SUSPENDED' WHERE id = ?", [two?.supplierId]);
    expect(await made.customer.refusal(say.award, await awardWhole(made, bidIds[1] ?? ""))).toBe(
      "SUPPLIER_NOT_ELIGIBLE",
    );
    expect(await quotationsOf(made)).toEqual([]);
  });

  it("below the least margin waits for a reviewer, who is told; the customer sees that it is being written", async () => {
    const staff = await aStaff(world);
    await staff.do(say.terms, { mode: "MARKUP", rateBasisPoints: 100, stepFen: 1, floorBasisPoints: 500 });
    const { made, bidIds } = await anOpenedContest();
    const again = await aStaff(world);
    await again.do(say.terms, { mode: "MARKUP", rateBasisPoints: 1_200, stepFen: 100, floorBasisPoints: 500 });
    await made.customer.do(say.award, await awardWhole(made, bidIds[0] ?? ""));
    expect((await quotationsOf(made)).map(({ state }) => state)).toEqual(["INTERNAL_REVIEW"]);
    await world.settle();
    const [quotation] = await quotationsOf(made);
    const told = await sql().query("SELECT 1 AS x FROM notices WHERE kind = 'QUOTATION_TO_REVIEW' AND subjectId = ?", [
      quotation?.id ?? "",
    ]);
    expect(told.length).toBeGreaterThan(0);
    const { quotationNo: no } = await made.now();
    const seen = await made.customer.ask(
      "query($no: String!) { quotation(no: $no) { state currentNumber versions { number } } }",
      { no },
    );
    expect(seen["quotation"]).toEqual({ state: "DRAFT", currentNumber: null, versions: [] });
  });

  it("can't be made while bids are taken, nor twice; the same key answers the same", async () => {
    const open = await anInquiry(world);
    const early = {
      inquiryId: open.id,
      version: 1,
      picks: [{ lineCode: "L1", bidId: newId() }],
      idempotencyKey: newId(),
    };
    expect(await open.customer.refusal(say.award, early)).toBe("INVALID_STATE");
    const { made, bidIds } = await anOpenedContest();
    const input = await awardWhole(made, bidIds[0] ?? "");
    await made.customer.do(say.award, input);
    await made.customer.do(say.award, input);
    expect(await made.customer.refusal(say.award, await awardWhole(made, bidIds[1] ?? ""))).toBe("INVALID_STATE");
    expect(await quotationsOf(made)).toHaveLength(1);
  });
});

describe("races", () => {
  it.each(ROUNDS)("of two awards at once one stands, with one quotation (%i)", async () => {
    const { made, bidIds } = await anOpenedContest();
    const staff = await aStaff(world);
    const [one, two] = await Promise.all([awardWhole(made, bidIds[0] ?? ""), awardWhole(made, bidIds[1] ?? "")]);
    const both = await Promise.all([outcome(made.customer, say.award, one), outcome(staff, say.staffAward, two)]);
    expect(both.filter((code) => code === "DONE")).toHaveLength(1);
    expect(both.filter((code) => code === "INVALID_STATE" || code === "STALE_VERSION")).toHaveLength(1);
    expect(await quotationsOf(made)).toHaveLength(1);
    expect(await awardsOf(sql(), [made.id])).toHaveLength(2);
  });

  it.each(ROUNDS)("a bid against the deadline is kept and compared, or refused and nowhere (%i)", async () => {
    const made = await anInquiry(world, { suppliers: 2 });
    const [one, two] = made.suppliers;
    if (!one || !two) throw new Error("There are two.");
    await bid(two, made);
    const { deadline } = await made.now();
    const strike = async (): Promise<void> => {
      world.clock.advance(deadline - world.clock.now());
      await closeInquiry(world.server.platform, SYSTEM, { inquiryId: made.id });
    };
    const [code] = await Promise.all([outcome(one.owner, say.bid, aBidInput(made)), Promise.resolve().then(strike)]);
    await world.settle();
    const seen = await asCustomer(made.customer, made.no);
    expect(["DONE", "BIDDING_CLOSED"]).toContain(code);
    expect(seen["state"]).toBe("EVALUATING");
    expect(seen["bids"]).toHaveLength(code === "DONE" ? 2 : 1);
  });

  it.each(ROUNDS)("a customer cancels while staff award: one of the two (%i)", async () => {
    const { made, bidIds } = await anOpenedContest();
    const staff = await aStaff(world);
    const award = await awardWhole(made, bidIds[0] ?? "");
    const cancel = { inquiryId: made.id, version: (await made.now()).version, reason: "不装了" };
    const both = await Promise.all([outcome(staff, say.staffAward, award), outcome(made.customer, say.cancel, cancel)]);
    expect(both.filter((code) => code === "DONE")).toHaveLength(1);
    const { state } = await made.now();
    expect(await quotationsOf(made)).toHaveLength(state === "AWARDED" ? 1 : 0);
  });

  it.each(ROUNDS)("routing by two couriers at once invites everybody once (%i)", async () => {
    const made = await anInquiry(world, { suppliers: 3, input: { maxSuppliers: 2 } });
    const { writer } = world.server.platform.database;
    await writer.query("UPDATE inquiries SET round = 2 WHERE id = ?", [made.id]);
    const route = () => routeInquiry(world.server.platform, SYSTEM, { inquiryId: made.id });
    await Promise.all([route(), route(), route()]);
    expect(await invitationsOf(sql(), [made.id])).toHaveLength(3);
    const told = await sql().query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM facts WHERE stream = ? AND kind = 'InquiryRouted'",
      [`inquiry:${made.id}`],
    );
    expect(Number(told[0]?.n)).toBe(2);
  });

  it.each(ROUNDS)("two colleagues send the same bid at once: one version (%i)", async () => {
    const made = await anInquiry(world, { suppliers: 1 });
    const [one] = made.suppliers;
    if (!one) throw new Error("There is one.");
    const both = await Promise.all([
      outcome(one.owner, say.bid, aBidInput(made, { price: 100 })),
      outcome(one.owner, say.bid, aBidInput(made, { price: 200 })),
    ]);
    expect(both.sort()).toEqual(["DONE", "STALE_VERSION"]);
    expect((await asBidder(one.owner, made.no))["bid"]).toMatchObject({ number: 1 });
  });

  it.each(ROUNDS)("two bids of a reverse auction at once never stand a fen nearer than the step (%i)", async () => {
    const made = await anInquiry(world, { suppliers: 2, input: { visibility: "REVERSE", decrement: "10000" } });
    const codes = await Promise.all(
      made.suppliers.map(({ owner }) => outcome(owner, say.bid, aBidInput(made, { price: 50_000 }))),
    );
    expect(codes.sort()).toEqual(["BID_NOT_LOW_ENOUGH", "DONE"]);
  });
});

describe("a stranger", () => {
  it("finds nothing of another's inquiry by any deed", async () => {
    const { made, bidIds } = await anOpenedContest();
    const other = await aCustomer(world);
    const { version } = await made.now();
    const seen = { inquiryId: made.id, version };
    const deadline = new Date(world.clock.now() + 3_600_000 * 48).toISOString();
    expect(await other.refusal(say.award, await awardWhole(made, bidIds[0] ?? ""))).toBe("NOT_FOUND");
    expect(await other.refusal(say.cancel, { ...seen, reason: "x" })).toBe("NOT_FOUND");
    expect(await other.refusal(say.extend, { ...seen, deadline })).toBe("NOT_FOUND");
    expect(await other.refusal(say.evaluate, seen)).toBe("NOT_FOUND");
    expect(await asCustomer(other, made.no)).toBeNull();
    const foreign = await anInquiry(world);
    const [supplier] = foreign.suppliers;
    for (const deed of ["bid", "draft", "withdraw", "decline", "ask"] as const) {
      const input: Record<string, unknown> = {
        bid: aBidInput(made),
        draft: { ...aBidInput(made), idempotencyKey: undefined },
        withdraw: { inquiryId: made.id, version: 1 },
        decline: { inquiryId: made.id, reason: "x" },
        ask: { inquiryId: made.id, question: "x", idempotencyKey: newId() },
      };
      expect(await supplier?.owner.refusal(say[deed], input[deed] as Record<string, unknown>)).toBe("NOT_FOUND");
    }
    expect(await asBidder(supplier?.owner as Actor, made.no)).toBeNull();
  });
});
