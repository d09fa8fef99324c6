import { groupBy } from "../../../src/kernel/group.js";
import { type Fen, fen, ZERO } from "../../../src/kernel/money.js";
import type { AccountCode } from "../../../src/payments/accounts.js";
import { type FundedComponent, type Funding, fundingIn } from "../../../src/payments/funding.js";
import type { LedgerKind } from "../../../src/payments/ledger-kinds.js";
import { checkBalanced, type PostingLine } from "../../../src/payments/postings.js";
import type { PlanPart } from "../../../src/payments/recut.js";
import type { PricedPart } from "../../../src/payments/refund-grant.js";
import type { RefundableTender } from "../../../src/payments/refund-plan.js";
import { itemsMoved, type SupplierItem } from "../../../src/payments/supplier-item.js";

/** The day on which all of it happens: what days decide has tests of its own. */
export const NOW = 0;

/** A part of an order with its terms; what went back of it by the customer's wish before and after it was earned. */
export interface Part extends FundedComponent, PricedPart {
  readonly costAmount: Fen;
  readonly unearned: Fen;
  /** What of `unearned` was held for its supplier. */
  readonly fromHeld: Fen;
  /** What of its official fee went back. */
  readonly fee: Fen;
  readonly givenBack: Fen;
}

/** One line of the books with the kind of its transaction and whom it is about. */
interface Entry {
  readonly account: AccountCode;
  readonly kind: LedgerKind;
  readonly componentId: string | null;
  readonly credit: number;
}

/** What the world knows, whatever the books say. */
export interface World {
  /** What reached the platform, of customers and of suppliers. */
  readonly came: Fen;
  /** What left it: refunds, statements, fees, deposits given back. */
  readonly left: Fen;
  /** What suppliers took for themselves at the customers'. */
  readonly direct: Fen;
  /** What suppliers took for the platform. */
  readonly taken: Fen;
}

/** An order whole; each deed makes the next of it or, refused or dead on the way, leaves it as it was. */
export interface Order {
  readonly open: boolean;
  readonly parts: readonly Part[];
  readonly plan: readonly PlanPart[];
  readonly tenders: readonly RefundableTender[];
  readonly entries: readonly Entry[];
  readonly items: readonly SupplierItem[];
  /** Deeds and movements that were done: each counts once. */
  readonly done: ReadonlySet<string>;
  readonly world: World;
}

interface About {
  readonly componentId?: string;
  readonly supplierId?: string;
}

/** Posts a balanced transaction; nothing when there is nothing to say. */
export function post(order: Order, kind: LedgerKind, lines: readonly PostingLine[], dims: About = {}): Order {
  if (lines.length === 0) return order;
  checkBalanced(lines);
  const { componentId = null, supplierId = null } = dims;
  const entries = lines.map((line) => ({
    ...{ account: line.account, kind, credit: line.credit - line.debit },
    componentId: line.about?.componentId ?? componentId,
  }));
  const moved = itemsMoved(lines, { orderId: "o", componentId, supplierId });
  return { ...order, entries: [...order.entries, ...entries], items: [...order.items, ...moved] };
}

/** Credit less debit of an account, of the whole order or of one of its parts. */
export function balance({ entries }: Order, account: AccountCode, componentId?: string): number {
  let sum = 0;
  for (const entry of entries) {
    if (entry.account === account && (componentId === undefined || entry.componentId === componentId))
      sum += entry.credit;
  }
  return sum;
}

export const advancesOf = (order: Order): Fen => fen(Math.max(0, balance(order, "2203")));
export const receivableOf = (order: Order): Fen => fen(Math.max(0, -balance(order, "1122")));

/** What the books say came for each part; worked out once for the same books. */
export function fundingOf({ entries, parts }: Order): ReadonlyMap<string, Funding> {
  const known = fundings.get(entries);
  if (known) return known;
  const own = groupBy(
    entries.filter(({ componentId }) => componentId !== null),
    ({ componentId }) => componentId ?? "",
  );
  const funding = new Map(parts.map(({ id }) => [id, fundingIn(own.get(id) ?? [])]));
  fundings.set(entries, funding);
  return funding;
}

const fundings = new WeakMap<Order["entries"], ReadonlyMap<string, Funding>>();

/** What is open between the platform and its suppliers, item by item. */
export function openItems({ items }: Order): SupplierItem[] {
  const sums = new Map<string, SupplierItem>();
  for (const item of items) {
    const key = `${item.supplierId} ${item.account} ${item.item}`;
    const known = sums.get(key);
    sums.set(key, known ? { ...known, balance: fen(known.balance + item.balance) } : item);
  }
  return [...sums.values()];
}

export function withPart(order: Order, id: string, change: Partial<Part>): Order {
  return { ...order, parts: order.parts.map((part) => (part.id === id ? { ...part, ...change } : part)) };
}

export function moved(order: Order, change: Partial<Record<keyof World, number>>): Order {
  const { came, left, direct, taken } = order.world;
  const more = { came: ZERO, left: ZERO, direct: ZERO, taken: ZERO, ...change };
  const world = {
    came: fen(came + more.came),
    left: fen(left + more.left),
    direct: fen(direct + more.direct),
    taken: fen(taken + more.taken),
  };
  return { ...order, world };
}
