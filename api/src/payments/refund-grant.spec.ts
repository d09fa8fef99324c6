import { assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { collectionModes } from "../catalogue/collection.js";
import { fen, plus } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { commissionOn } from "./funding.js";
import { checkBalanced, type PostingLine, withoutVat } from "./postings.js";
import { compensationLines, type GrantedPart, grantLines, splitGrant } from "./refund-grant.js";

const SEED = 20_261_124;
const yuan = (amount: number) => fen(Math.round(amount * 100));
const bySupplier = { platform: 0, supplier: 10_000, customer: 0 };

const aPart = (change: Partial<GrantedPart> = {}): GrantedPart => ({
  collectionMode: "OWN_SALE",
  commissionRate: 1_200,
  commissionRefundable: true,
  open: yuan(0),
  earned: yuan(0),
  commission: yuan(0),
  vat: yuan(0),
  held: yuan(0),
  passedOn: yuan(0),
  promotion: yuan(0),
  fee: yuan(0),
  spareFee: yuan(0),
  ...change,
});

/** Lines as finance staff write them: debits, a bar, credits, in yuan. */
function told(lines: readonly PostingLine[]): string {
  const side = (key: "debit" | "credit") =>
    lines.filter((line) => line[key] > 0).map((line) => `${line.account} ${(line[key] / 100).toFixed(2)}`);
  return `${side("debit").join(" · ")} | ${side("credit").join(" · ")}`;
}

const granted = (amount: number, part: GrantedPart, responsibility = bySupplier, advances = 0) =>
  grantLines(splitGrant(yuan(amount), part, yuan(advances), false), part, responsibility);

describe("the books of a refund that is granted", () => {
  it("TP5a, TP5b: what was earned goes back with its VAT, and the supplier's 70 % are claimed", () => {
    const shares = { platform: 3_000, supplier: 7_000, customer: 0 };
    const { lines, claim, borne } = granted(1_000, aPart({ earned: yuan(10_000), vat: yuan(566.04) }), shares);
    expect(told(lines)).toBe("6001 943.40 · 2221 56.60 | 2241.R 1000.00");
    expect(told(claim)).toBe("1221.S 700.00 | 6401 700.00");
    expect(borne).toBe(yuan(700));
  });

  it("TP7: what was paid and not earned comes out of the advances", () => {
    const blameless = { platform: 10_000, supplier: 0, customer: 0 };
    const { lines, claim } = granted(2_000, aPart({ open: yuan(10_000) }), blameless, 5_000);
    expect(told(lines)).toBe("2203 2000.00 | 2241.R 2000.00");
    expect(claim).toEqual([]);
  });

  it("TA4: before release it comes out of what is held, and commission is later taken of the rest", () => {
    const { lines } = granted(800, aPart({ collectionMode: "CUSTODY", held: yuan(5_000) }));
    expect(told(lines)).toBe("2241.H 800.00 | 2241.R 800.00");
  });

  it("TA5: after payout it is claimed, less the commission that goes back pro rata", () => {
    const part = aPart({ collectionMode: "CUSTODY", passedOn: yuan(5_000), commission: yuan(600), vat: yuan(33.96) });
    const { lines, claimed } = granted(800, part);
    expect(told(lines)).toBe("1221.S 704.00 · 6051 90.57 · 2221 5.43 | 2241.R 800.00");
    expect(claimed).toBe(yuan(704));
  });

  it("TA5': a commission that is not refundable stays, and all of it is claimed", () => {
    const change = { passedOn: yuan(5_000), commission: yuan(600), vat: yuan(33.96), commissionRefundable: false };
    const part = aPart({ collectionMode: "SUB_MERCHANT", ...change });
    expect(told(granted(800, part).lines)).toBe("1221.S 800.00 | 2241.R 800.00");
  });

  it("TP8b: the second half of a deposit that is doubled", () => {
    expect(told(compensationLines(yuan(2_000)))).toBe("6711 2000.00 | 2241.R 2000.00");
  });

  it("claims from who collected itself, with no commission back before it was taken", () => {
    const part = aPart({ collectionMode: "DIRECT", passedOn: yuan(1_000) });
    expect(told(granted(100, part).lines)).toBe("1221.S 100.00 | 2241.R 100.00");
  });

  it("lets the platform give itself what it is to blame for when a supplier sells", () => {
    const half = { platform: 5_000, supplier: 5_000, customer: 0 };
    const part = aPart({ collectionMode: "CUSTODY", held: yuan(5_000) });
    expect(told(granted(800, part, half).lines)).toBe("2241.H 400.00 · 6711 400.00 | 2241.R 800.00");
  });

  it("gives back official fees only while they are still here", () => {
    const blameless = { platform: 10_000, supplier: 0, customer: 0 };
    const part = aPart({ open: yuan(680), fee: yuan(270) });
    expect(told(granted(950, part, blameless, 680).lines)).toBe("2203 680.00 · 2241.G 270.00 | 2241.R 950.00");
    expect(() => granted(950, { ...part, fee: yuan(0) }, blameless, 680)).toThrow(Refusal);
  });

  it("gives back a fee that no office is to get any more before the customer's advances and before revenue", () => {
    const part = aPart({ earned: yuan(380), fee: yuan(540), spareFee: yuan(540) });
    const responsibility = { platform: 0, supplier: 0, customer: 10_000 };
    const lines = grantLines(splitGrant(yuan(1_520), part, yuan(980), true), part, responsibility).lines;
    expect(told(lines)).toBe("2203 980.00 · 2241.G 540.00 | 2241.R 1520.00");
  });

  it("takes no advances that work already used up", () => {
    expect(() => granted(500, aPart({ open: yuan(5_000) }), bySupplier, 499)).toThrow(Refusal);
    expect(granted(500, aPart({ open: yuan(5_000) }), bySupplier, 500).lines).toHaveLength(2);
  });

  it("leaves no fen of revenue, commission or tax when all of it goes back in parts", () => {
    const blameless = { platform: 10_000, supplier: 0, customer: 0 };
    const whole = integer({ min: 1_000, max: 5_000_000 });
    const cuts = record({ first: integer({ min: 1, max: 99 }), second: integer({ min: 1, max: 99 }) });
    assert(
      property(whole, cuts, integer({ min: 0, max: 5_000 }), (price, { first, second }, commissionRate) => {
        const one = Math.ceil((price * first) / 200);
        const two = Math.min(price - one, Math.ceil((price * second) / 200));
        const amounts = [one, two, price - one - two].filter((amount) => amount > 0);
        for (const sells of ["PLATFORM", "SUPPLIER"] as const) {
          const booked = sells === "PLATFORM" ? fen(price) : commissionOn(fen(price), commissionRate);
          const { net, vat } = withoutVat(booked);
          const back: Record<string, number> = { "6001": 0, "6051": 0, "2221": 0 };
          const gone = () => Object.values(back).reduce((sum, amount) => sum + amount, 0);
          let left = price;
          for (const amount of amounts) {
            const books = { vat: fen(vat - (back["2221"] ?? 0)) };
            const rest = fen(booked - gone());
            const part =
              sells === "PLATFORM"
                ? aPart({ ...books, earned: rest })
                : aPart({ ...books, collectionMode: "CUSTODY", commissionRate, commission: rest, passedOn: fen(left) });
            const taken = splitGrant(fen(amount), part, fen(0), false);
            const { lines } = grantLines(taken, part, sells === "PLATFORM" ? blameless : bySupplier);
            for (const { account, debit } of lines) if (account in back) back[account] = (back[account] ?? 0) + debit;
            left -= amount;
          }
          expect([back["6001"], back["6051"]]).toEqual(sells === "PLATFORM" ? [net, 0] : [0, net]);
          expect(back["2221"]).toBe(vat);
        }
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it("always balances, and owes the customer exactly the amount", () => {
    const amounts = integer({ min: 0, max: 2_000_000 });
    const parts = record({
      collectionMode: constantFrom(...collectionModes),
      commissionRate: integer({ min: 0, max: 10_000 }),
      commissionRefundable: constantFrom(true, false),
      commission: amounts,
      vat: integer({ min: 0, max: 120_000 }),
      open: amounts,
      earned: amounts,
      held: amounts,
      passedOn: amounts,
      promotion: amounts,
      fee: amounts,
      spare: integer({ min: 0, max: 100 }),
    });
    const shares = record({ platform: integer({ min: 0, max: 10_000 }), rest: integer({ min: 0, max: 100 }) });
    assert(
      property(parts, shares, amounts, integer({ min: 1, max: 100 }), (given, { platform, rest }, advances, share) => {
        const spareFee = fen(Math.floor((given.fee * given.spare) / 100));
        const part = { ...given, spareFee } as unknown as GrantedPart;
        const supplier = Math.floor(((10_000 - platform) * rest) / 100);
        const isOwn = part.collectionMode === "OWN_SALE";
        const most = isOwn
          ? plus(fen(Math.min(advances, part.open)), part.earned, part.fee)
          : plus(part.held, part.passedOn, part.fee);
        const amount = fen(Math.floor((most * share) / 100));
        if (amount === 0) return;
        const taken = splitGrant(amount, part, fen(advances), false);
        const { lines, claim } = grantLines(taken, part, {
          platform,
          supplier,
          customer: 10_000 - platform - supplier,
        });
        checkBalanced(lines);
        if (claim.length > 0) checkBalanced(claim);
        expect(lines.find(({ account }) => account === "2241.R")?.credit).toBe(amount);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
