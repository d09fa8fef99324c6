import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fen, fen, plus, ZERO } from "../kernel/money.js";
import { NOT_FUNDED } from "./funding.js";
import { checkBalanced } from "./postings.js";
import {
  collectedBeyond,
  collectedPostings,
  type Pocket,
  type PocketComponent,
  pocketsOf,
  reallot,
  reallotPostings,
  withCollected,
} from "./reallot.js";

const SEED = 20_261_124;
const yuan = (amount: number): Fen => fen(Math.round(amount * 100));

const aPocket = (componentId: string | null, funded: number, target: number, here = funded): Pocket => ({
  kind: componentId === null ? "OWN" : "HELD",
  componentId,
  supplierId: componentId === null ? null : `s-${componentId}`,
  ...{ funded: yuan(funded), target: yuan(target), here: yuan(here) },
});
const aComponent = (id: string, change: Partial<PocketComponent> = {}): PocketComponent => ({
  ...{ id, supplierId: `s-${id}`, state: "ACTIVE", collectionMode: "CUSTODY", earnedAt: null },
  ...{ saleAmount: yuan(5_000), officialFee: ZERO, promotion: ZERO, returned: ZERO, feeReturned: ZERO },
  ...change,
});
const amounts = (parts: readonly { readonly amount: Fen }[]): Fen => plus(...parts.map(({ amount }) => amount));

describe("money of parts that cost less", () => {
  it("moves to the part that wants it when nothing goes back", () => {
    const { back, leaves, reaches, unplaced } = reallot([aPocket("a", 2_500, 1_000), aPocket("b", 2_500, 5_000)], ZERO);
    expect([back.size, unplaced]).toEqual([0, 0]);
    expect(leaves).toEqual([expect.objectContaining({ componentId: "a", amount: yuan(1_500) })]);
    expect(reaches).toEqual([expect.objectContaining({ componentId: "b", amount: yuan(1_500) })]);
  });

  it("goes back from where it lies, not from where the price fell", () => {
    const { back, ownBack } = reallot([aPocket(null, 1_000, 1_000), aPocket("a", 5_000, 4_000)], yuan(1_000));
    expect([back.get("a"), ownBack]).toEqual([yuan(1_000), 0]);
  });

  it("goes back first of what a supplier collected itself, which can't be moved", () => {
    const pockets = [aPocket("direct", 3_000, 2_000, 0), aPocket("a", 3_000, 2_000)];
    const { back, reaches } = reallot([...pockets, aPocket("b", 0, 1_000)], yuan(1_000));
    expect([back.get("direct"), back.get("a"), amounts(reaches)]).toEqual([yuan(1_000), undefined, yuan(1_000)]);
  });

  it("says what no part has too much of", () => {
    expect(reallot([aPocket("a", 1_000, 1_000)], yuan(200)).unplaced).toBe(yuan(200));
  });
});

describe("the parts of an order's money", () => {
  it("are the platform's together, each supplier's and each office's, at the prices of now", () => {
    const funding = new Map([["b", { ...NOT_FUNDED, held: yuan(3_000), released: yuan(500), fee: yuan(270) }]]);
    const parts = [
      aComponent("a", { collectionMode: "OWN_SALE" }),
      aComponent("b", { saleAmount: yuan(4_270), officialFee: yuan(270), returned: yuan(1_000) }),
      aComponent("c", { state: "CANCELLED" }),
    ];
    const pockets = pocketsOf(parts, funding, { advances: yuan(2_000), receivable: ZERO });
    const told = pockets
      .filter(({ funded, target }) => funded + target > 0)
      .map(({ kind, componentId, funded, target, here }) => [kind, componentId, funded, target, here].join(" "));
    expect(told).toEqual(["OWN  200000 500000 200000", "HELD b 300000 300000 250000", "FEE b 27000 27000 27000"]);
  });
});

describe("money that a supplier collected itself", () => {
  it("is owed and held like other money as far as the part costs less, and no further", () => {
    const funding = new Map([
      ["a", { ...NOT_FUNDED, direct: yuan(3_000) }],
      ["b", { ...NOT_FUNDED, direct: yuan(5_000) }],
    ]);
    const parts = [aComponent("a", { saleAmount: yuan(2_000) }), aComponent("b")];
    const collected = collectedBeyond(parts, funding);
    expect(collected).toEqual([{ kind: "DIRECT", componentId: "a", supplierId: "s-a", amount: yuan(1_000) }]);
    expect(withCollected(funding, collected).get("a")).toMatchObject({ held: yuan(1_000), direct: yuan(2_000) });
    const lines = collectedPostings(collected).map(({ account, debit, credit }) => [account, debit - credit]);
    expect(lines).toEqual([
      ["9002", yuan(1_000)],
      ["1221.S", yuan(1_000)],
      ["9001", yuan(-1_000)],
      ["2241.H", yuan(-1_000)],
    ]);
  });
});

describe("whatever the parts have and cost", () => {
  it("nothing is lost, nobody gives more than it has too much of, and the books balance", () => {
    const sum = integer({ min: 0, max: 900_000 });
    const drawn = array(record({ funded: sum, target: sum, gone: integer({ min: 0, max: 100 }) }), { minLength: 1 });
    assert(
      property(drawn, sum, sum, (given, refund, receivable) => {
        const pockets = given.map(({ funded, target, gone }, index): Pocket => {
          const about = aPocket(index === 0 ? null : `c${index}`, 0, 0);
          return { ...about, funded: fen(funded), target: fen(target), here: fen(Math.floor((funded * gone) / 100)) };
        });
        const result = reallot(pockets, fen(refund));
        const { back, ownBack, unplaced, leaves, reaches } = result;
        expect(plus(...back.values(), ownBack, unplaced)).toBe(refund);
        expect(amounts(leaves)).toBe(amounts(reaches));
        if (leaves.length > 0) checkBalanced(reallotPostings(result, fen(receivable)));
        for (const { componentId, funded, target, here } of pockets) {
          const moved = leaves.find((part) => part.componentId === componentId)?.amount ?? 0;
          const returned = componentId === null ? ownBack : (back.get(componentId) ?? 0);
          expect(moved + returned).toBeLessThanOrEqual(Math.max(0, funded - target));
          expect(moved).toBeLessThanOrEqual(here);
        }
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
