import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { CollectionMode } from "../catalogue/collection.js";
import { type Fen, fen, plus, ZERO } from "../kernel/money.js";
import {
  commissionOn,
  type FundedComponent,
  type Funding,
  type FundingPart,
  NOT_FUNDED,
  promotionDue,
  releaseOf,
  splitReceipt,
  wanted,
} from "./funding.js";
import { commissionClaimPostings, type PostingLine, receiptPostings, releasePostings } from "./postings.js";

const SEED = 20_261_120;

const aComponent = (change: Partial<FundedComponent> = {}): FundedComponent & { commissionRate: number } => ({
  id: "c1",
  supplierId: "s1",
  state: "ACTIVE",
  collectionMode: "CUSTODY",
  saleAmount: fen(500_000),
  officialFee: ZERO,
  promotion: ZERO,
  commissionRate: 1_200,
  ...change,
});

function told(lines: readonly PostingLine[]): string {
  const side = (of: "debit" | "credit"): string =>
    lines
      .filter((line) => line[of] > 0)
      .map((line) => `${line.account} ${(line[of] / 100).toFixed(2)}`)
      .join(" · ");
  return `${side("debit")} / ${side("credit")}`;
}

const receipt = (amount: number, components: readonly FundedComponent[], total: number): FundingPart[] =>
  splitReceipt(fen(amount), wanted(components, new Map(), fen(total)));

describe("money that is not the platform's own", () => {
  it("TA1: is held for the supplier who sells", () => {
    const parts = receipt(500_000, [aComponent()], 500_000);
    expect(told(receiptPostings("TEST_CHANNEL", parts, ZERO, ZERO))).toBe("1012.TEST 5000.00 / 2241.H 5000.00");
  });

  it("TA2: is released at acceptance less the commission of 12 %, VAT inside", () => {
    const funding = { ...NOT_FUNDED, held: fen(500_000) };
    expect(releaseOf(aComponent(), funding)).toEqual({ release: 500_000, fromHeld: 60_000, claimed: 0 });
    expect(told(releasePostings(fen(500_000), fen(60_000)))).toBe(
      "2241.H 5000.00 / 2241.A 4400.00 · 6051 566.04 · 2221 33.96",
    );
  });

  it("TS1 and TS2: what a supplier took as its own seller is a memo, and its commission a claim", () => {
    const direct = aComponent({ collectionMode: "DIRECT" });
    const parts = splitReceipt(fen(500_000), wanted([direct], new Map(), fen(500_000)), "s1");
    expect(told(receiptPostings("SUPPLIER_COLLECTED", parts, ZERO, ZERO, "s1"))).toBe("9001 5000.00 / 9002 5000.00");
    expect(releaseOf(direct, { ...NOT_FUNDED, direct: fen(500_000) })).toEqual({
      release: 0,
      fromHeld: 0,
      claimed: 60_000,
    });
    expect(told(commissionClaimPostings(fen(60_000)))).toBe("1221.S 600.00 / 6051 566.04 · 2221 33.96");
  });

  it("TP6: what a supplier took for the platform is owed by the supplier", () => {
    const own = aComponent({ collectionMode: "OWN_SALE" });
    const parts = splitReceipt(fen(300_000), wanted([own], new Map(), fen(300_000)), "s1");
    expect(told(receiptPostings("SUPPLIER_COLLECTED", parts, ZERO, fen(300_000), "s1"))).toBe(
      "1221.S 3000.00 / 1122 3000.00",
    );
  });

  it("G: ¥950 for a trademark are ¥270 for the office and ¥680 for the agency", () => {
    const trademark = aComponent({ collectionMode: "OWN_SALE", saleAmount: fen(95_000), officialFee: fen(27_000) });
    const parts = receipt(95_000, [trademark], 95_000);
    expect(told(receiptPostings("TEST_CHANNEL", parts, ZERO, ZERO))).toBe(
      "1012.TEST 950.00 / 2203 680.00 · 2241.G 270.00",
    );
  });

  it("is held for a supplier that was to collect itself, when the platform collects after all", () => {
    const [part] = receipt(100, [aComponent({ collectionMode: "DIRECT" })], 500_000);
    expect(part).toMatchObject({ kind: "HELD", amount: 100 });
  });
});

describe("any way of paying", () => {
  const mode = constantFrom<CollectionMode>("OWN_SALE", "CUSTODY", "SUB_MERCHANT", "DIRECT");
  const anOrder = record({
    parts: array(record({ mode, sale: integer({ min: 1, max: 900_000 }), fee: integer({ min: 0, max: 100 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    payments: array(integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 9 }),
    rate: integer({ min: 0, max: 3_000 }),
  });

  it("gives each part exactly its price when all is paid, never more on the way, and takes the whole commission once", () => {
    assert(
      property(anOrder, ({ parts, payments, rate }) => {
        const components = parts.map(({ mode: collectionMode, sale, fee }, index) =>
          aComponent({
            id: `c${index}`,
            collectionMode,
            saleAmount: fen(sale),
            officialFee: fen(Math.floor((sale * fee) / 100)),
          }),
        );
        const total = plus(...components.map(({ saleAmount }) => saleAmount));
        const funding = new Map<string, Funding>();
        let own = ZERO;
        let paid = ZERO;
        for (const share of [...payments.map((percent) => Math.ceil((total * percent) / 100)), total]) {
          const amount = fen(Math.min(share, total - paid));
          if (amount === 0) continue;
          const got = splitReceipt(amount, wanted(components, funding, fen(total - paid)));
          expect(plus(...got.map((part) => part.amount))).toBe(amount);
          paid = plus(paid, amount);
          own = plus(own, ...got.filter(({ kind }) => kind === "OWN").map((part) => part.amount));
          for (const part of got) if (part.componentId) add(funding, part, rate, components);
        }
        for (const component of components) {
          const came = funding.get(component.id) ?? NOT_FUNDED;
          const price = fen(component.saleAmount - component.officialFee);
          expect(came.fee).toBe(component.officialFee);
          if (component.collectionMode === "OWN_SALE") continue;
          expect(came.held).toBe(price);
          expect(came.released).toBe(price);
          expect(came.commission).toBe(commissionOn(price, rate));
        }
        const others = [...funding.values()].reduce<Fen>((sum, { held, fee }) => plus(sum, held, fee), ZERO);
        expect(own).toBe(total - others);
      }),
      { seed: SEED, numRuns: 600 },
    );
  });

  /** Books a part and, as its work is accepted, releases it at once. */
  function add(
    funding: Map<string, Funding>,
    part: FundingPart,
    rate: number,
    components: readonly (FundedComponent & { commissionRate: number })[],
  ): void {
    const id = part.componentId ?? "";
    const before = funding.get(id) ?? NOT_FUNDED;
    const after =
      part.kind === "FEE"
        ? { ...before, fee: plus(before.fee, part.amount) }
        : { ...before, held: plus(before.held, part.amount) };
    const component = components.find((each) => each.id === id);
    if (!component) throw new Error("A part of nothing.");
    const { release, fromHeld, claimed } = releaseOf({ ...component, commissionRate: rate }, after);
    expect(fromHeld).toBeLessThanOrEqual(release);
    const released = plus(after.released, release);
    funding.set(id, { ...after, released, commission: plus(after.commission, fromHeld, claimed) });
  }
});

describe("what the platform adds for its own coupon", () => {
  const gift = aComponent({ promotion: fen(20_000) });
  const due = (change: Partial<Funding>, component = gift): number =>
    promotionDue(component, { ...NOT_FUNDED, ...change });

  it("is all of it once all of the price came, and its share before", () => {
    expect(due({ held: fen(500_000) })).toBe(20_000);
    expect(due({ held: fen(125_001) })).toBe(5_000);
    expect(due({})).toBe(0);
  });

  it("is added once, whatever came beyond the price, and never taken back here", () => {
    expect(due({ held: fen(500_000), promoted: fen(5_000) })).toBe(15_000);
    expect(due({ held: fen(900_000), promoted: fen(20_000) })).toBe(0);
    expect(due({ held: fen(100_000), promoted: fen(20_000) })).toBe(0);
  });

  it("is all of it where the supplier collects itself, or the coupon left no price", () => {
    expect(due({}, { ...gift, collectionMode: "DIRECT" })).toBe(20_000);
    expect(due({}, { ...gift, saleAmount: ZERO })).toBe(20_000);
  });
});
