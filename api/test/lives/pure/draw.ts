import fc from "fast-check";
import type { CollectionMode } from "../../../src/catalogue/collection.js";
import { fen, minus, split, ZERO } from "../../../src/kernel/money.js";
import { Refusal } from "../../../src/kernel/refusal.js";
import type { InstalmentState } from "../../../src/payments/instalment.js";
import { amend, giveBack } from "./money-back.js";
import { ask, pay, waive } from "./money-in.js";
import type { Order, Part } from "./order.js";
import { accept, deposit, endClaim, passFeeOn, settle } from "./suppliers.js";

const kinds = [
  ...(["pay", "pay", "pay", "pay", "accept", "accept", "refund", "amend", "cancel", "again"] as const),
  ...(["waive", "ask", "settle", "settle", "fee", "claim", "deposit"] as const),
];

interface Deed {
  readonly kind: (typeof kinds)[number];
  readonly pick: number;
  readonly share: number;
  readonly dies: number;
}

/** One number tells a deed: a hundred thousand lives are quicker drawn so. */
export const deed = fc.nat(kinds.length * 8 * 220 * 10 - 1).map((drawn): Deed => {
  const rest = Math.floor(drawn / kinds.length);
  const kind = kinds[drawn % kinds.length] ?? "pay";
  return { kind, pick: rest % 8, share: 1 + (Math.floor(rest / 8) % 220), dies: Math.floor(rest / 1_760) };
});

const modes: readonly CollectionMode[] = ["OWN_SALE", "OWN_SALE", "SUB_MERCHANT", "CUSTODY", "DIRECT"];

const part = fc.record({
  sale: fc.integer({ min: 1, max: 900_000 }),
  mode: fc.nat(modes.length - 1),
  fee: fc.nat(60),
  rate: fc.nat(3_000),
  refundable: fc.boolean(),
  promotion: fc.nat(40),
  supplier: fc.nat(1),
});

export const start = fc
  .record({
    drawn: fc.array(part, { minLength: 1, maxLength: 4 }),
    /** Of the lives of before: all of it the platform's own, with no fee. */
    plain: fc.boolean(),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    deposit: fc.boolean(),
  })
  .map(({ drawn, plain, weights, deposit: first }): Order => {
    const parts = drawn.map(({ sale, mode, fee, rate, refundable, promotion, supplier }, index): Part => {
      const collectionMode = plain ? "OWN_SALE" : (modes[mode] ?? "OWN_SALE");
      const own = collectionMode === "OWN_SALE";
      return {
        ...{ id: `c${index}`, supplierId: `s${supplier}`, state: "ACTIVE", saleAmount: fen(sale), earnedAt: null },
        ...{ collectionMode, commissionRate: own ? 0 : rate, commissionRefundable: own || refundable },
        officialFee: fen(plain || fee > 30 ? 0 : Math.floor((sale * fee) / 100)),
        promotion: fen(own || promotion > 20 ? 0 : Math.floor((sale * promotion) / 100)),
        costAmount: fen(Math.floor(sale / 2)),
        ...{ unearned: ZERO, fromHeld: ZERO, fee: ZERO, givenBack: ZERO },
      };
    });
    return { ...BLANK, parts, plan: planOf(fen(parts.reduce((all, one) => all + one.saleAmount, 0)), weights, first) };
  });

const BLANK = {
  ...{ open: true, tenders: [], entries: [], items: [], done: new Set<string>() },
  world: { came: ZERO, left: ZERO, direct: ZERO, taken: ZERO },
};

function planOf(total: ReturnType<typeof fen>, weights: readonly number[], deposited: boolean): Order["plan"] {
  const first = deposited ? fen(Math.floor(total / 5)) : ZERO;
  const rest = split(minus(total, first), weights);
  return (first > ZERO ? [first, ...rest] : rest)
    .filter((amount) => amount > ZERO)
    .map((amount, index) => ({
      ...{ id: `i${index + 1}`, seq: index + 1, amount, paid: ZERO, waived: ZERO },
      nature: first > ZERO && index === 0 ? ("DEPOSIT" as const) : ("PROGRESS" as const),
      state: (index === 0 ? "DUE" : "PLANNED") as InstalmentState,
    }));
}

function did(order: Order, { kind, pick, share }: Deed, name: string): Order {
  switch (kind) {
    case "accept":
      return accept(order, pick);
    case "amend":
      return amend(order, pick, share, false);
    case "cancel":
      return pick === 0 ? amend(order, pick, share, true) : order;
    case "waive":
      return waive(order, pick, share);
    case "ask":
      return ask(order, pick);
    case "settle":
      return settle(order, pick);
    case "fee":
      return passFeeOn(order, pick);
    case "claim":
      return endClaim(order, pick, share);
    case "deposit":
      return deposit(order, share);
    case "refund":
      return refund(order, pick, share);
    default:
      return pay(order, name, pick, Math.min(share, 150));
  }
}

/** A customer's wish, with the blame shared in one of many ways. */
function refund(order: Order, pick: number, share: number): Order {
  const wished = order.parts[pick % order.parts.length];
  if (!wished) return order;
  const supplier = (share * 1_237) % 10_001;
  const platform = share % 3 === 0 ? 0 : 10_000 - supplier;
  const blame = { platform, supplier, customer: 10_000 - platform - supplier };
  const amount = fen(Math.ceil((wished.saleAmount * share) / 220));
  return giveBack(order, { shares: [{ id: wished.id, amount }], freed: false, blame });
}

/** One deed as the world does it: refused, dead before its end, or done and told again; each name counts once. */
export function lived(order: Order, told: Deed, name: string): Order {
  if (order.done.has(name) || told.dies === 0) return order;
  try {
    const next = did(order, told, name);
    return { ...next, done: new Set(next.done).add(name) };
  } catch (error) {
    if (error instanceof Refusal) return order;
    throw error;
  }
}

/** What happens next: the deed itself, or one of before that is told again or late. */
export function nextOf(deeds: readonly Deed[], index: number): { readonly told: Deed; readonly name: string } | null {
  const told = deeds[index];
  if (!told) return null;
  if (told.kind !== "again") return { told, name: `m${index}` };
  const late = told.pick % (index + 1);
  const again = deeds[late] ?? told;
  return { told: again.kind === "again" ? { ...again, kind: "pay" } : again, name: `m${late}` };
}
