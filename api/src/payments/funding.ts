import { type CollectionMode, collectorOf, principalOf } from "../catalogue/collection.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import type { AccountCode } from "./accounts.js";

/** What the rules need of a component. */
export interface FundedComponent {
  readonly id: string;
  readonly supplierId: string;
  readonly state: "ACTIVE" | "CANCELLED";
  readonly collectionMode: CollectionMode;
  readonly saleAmount: Fen;
  readonly officialFee: Fen;
  /** What the platform's own coupon took off its price. */
  readonly promotion: Fen;
}

/** What the books say came for one component so far, less what was given back. */
export interface Funding {
  /** Collected for the supplier who sells it (2241.H), released or not. */
  readonly held: Fen;
  /** What the platform added to it for its own coupon, released at once. */
  readonly promoted: Fen;
  /** Of `held` and `promoted`, what was released. */
  readonly released: Fen;
  /** Collected for an office (2241.G), passed on or not. */
  readonly fee: Fen;
  /** Of `fee`, what the office got. */
  readonly feePaid: Fen;
  /** What its supplier collected as its own seller; never touched the platform. */
  readonly direct: Fen;
  /** Commission taken so far, VAT included. */
  readonly commission: Fen;
}

export const NOT_FUNDED: Funding = {
  held: ZERO,
  promoted: ZERO,
  released: ZERO,
  fee: ZERO,
  feePaid: ZERO,
  direct: ZERO,
  commission: ZERO,
};

/** What the books say of one component by an account and a kind of transaction: credit less debit. */
export interface BookedSum {
  readonly account: AccountCode;
  readonly kind: string;
  readonly credit: number;
}

/** What came for a component by what the books say of it; what only moves money on does not change what came. */
export function fundingIn(rows: readonly BookedSum[]): Funding {
  const sum = (of: (row: BookedSum) => boolean): Fen =>
    fen(rows.filter(of).reduce((total, { credit }) => total + Number(credit), 0));
  const moved = (kind: string): boolean => kind === "HELD_RELEASED" || kind === "OFFICIAL_FEE_PAID";
  const given = (kind: string): boolean => kind === "PROMOTION_GRANTED";
  const commission = (kind: string): boolean => kind === "HELD_RELEASED" || kind === "COMMISSION_CLAIMED";
  return {
    held: sum((row) => row.account === "2241.H" && !moved(row.kind) && !given(row.kind)),
    promoted: sum((row) => row.account === "2241.H" && given(row.kind)),
    released: minus(
      ZERO,
      sum((row) => row.account === "2241.H" && moved(row.kind)),
    ),
    fee: sum((row) => row.account === "2241.G" && !moved(row.kind)),
    feePaid: minus(
      ZERO,
      sum((row) => row.account === "2241.G" && moved(row.kind)),
    ),
    direct: sum((row) => row.account === "9002"),
    commission: sum((row) => (row.account === "6051" || row.account === "2221") && commission(row.kind)),
  };
}

/** What went back of one part by wishes, which asks for nothing more: of what was held, and of an office's fee. */
export interface Returned {
  readonly fromHeld: Fen;
  readonly fee: Fen;
}

const NOT_RETURNED: Returned = { fromHeld: ZERO, fee: ZERO };

/** A part of received money: what the platform earns or will, what it holds for a supplier, what it holds for an office. */
export interface FundingPart {
  readonly kind: "OWN" | "HELD" | "FEE" | "DIRECT";
  /** Null for OWN: the platform's own parts are funded together. */
  readonly componentId: string | null;
  readonly supplierId: string | null;
  readonly amount: Fen;
}

/** Whether all of an order is the platform's own sale, so that nothing needs splitting. */
export function isPlain(components: readonly FundedComponent[]): boolean {
  return components.every((part) => principalOf(part.collectionMode) === "PLATFORM" && part.officialFee === ZERO);
}

/** The component's price without what is passed on to an office. */
export function ownPrice({ saleAmount, officialFee }: Pick<FundedComponent, "saleAmount" | "officialFee">): Fen {
  return minus(saleAmount, officialFee);
}

/**
 * What is still to come for each part of an order of which `open` is not paid yet; of some parts something was `returned`. What the parts of others do not take is
 * the platform's own.
 */
export function wanted(
  components: readonly FundedComponent[],
  fundingOf: ReadonlyMap<string, Funding>,
  open: Fen,
  returned: ReadonlyMap<string, Returned> = new Map(),
): FundingPart[] {
  const others = components
    .filter(({ state }) => state === "ACTIVE")
    .flatMap((component): FundingPart[] => {
      const { id: componentId, supplierId } = component;
      const { held, fee, direct } = fundingOf.get(componentId) ?? NOT_FUNDED;
      const about = { componentId, supplierId };
      const gone = returned.get(componentId) ?? NOT_RETURNED;
      const office = { ...about, kind: "FEE" as const, amount: atLeastZero(component.officialFee - gone.fee - fee) };
      if (principalOf(component.collectionMode) === "PLATFORM") return [office];
      const kind = collectorOf(component.collectionMode) === "SUPPLIER" ? ("DIRECT" as const) : ("HELD" as const);
      return [{ ...about, kind, amount: atLeastZero(ownPrice(component) - gone.fromHeld - held - direct) }, office];
    })
    .filter(({ amount }) => amount > ZERO);
  const own = atLeastZero(open - plus(...others.map(({ amount }) => amount)));
  return [
    ...(own > ZERO ? [{ kind: "OWN" as const, componentId: null, supplierId: null, amount: own }] : []),
    ...others,
  ];
}

/**
 * Splits received money over what is wanted, in proportion and to the fen, so that all parts are whole when all is paid.
 * What a supplier took goes to the parts that it sells and collects itself first. What nobody wants is the platform's own
 * advance. The platform collecting for a part that its supplier was to collect holds it for the supplier.
 */
export function splitReceipt(amount: Fen, parts: readonly FundingPart[], takenBy: string | null = null): FundingPart[] {
  const direct = parts.filter((part) => part.kind === "DIRECT" && part.supplierId === takenBy);
  const first = share(amount, direct);
  const left = minus(amount, sum(first));
  const rest = parts
    .filter((part) => !direct.includes(part))
    .map((part) => (part.kind === "DIRECT" ? { ...part, kind: "HELD" as const } : part));
  const second = share(left, rest);
  const beyond = minus(left, sum(second));
  const own = { kind: "OWN" as const, componentId: null, supplierId: null, amount: beyond };
  return merged([...first, ...second, ...(beyond > ZERO ? [own] : [])]);
}

/** The commission on an amount, VAT included, rounded down: cumulative amounts never take more than the whole. */
export function commissionOn(amount: Fen, rate: number): Fen {
  return fen(Number((BigInt(amount) * BigInt(rate)) / 10_000n));
}

type Released = Pick<FundedComponent, "saleAmount" | "officialFee" | "collectionMode" | "promotion">;

/**
 * What the platform still adds for its own coupon once the work is accepted (TA7): as much of it as came of the price, so
 * that what goes back before takes its share with it. Where the supplier collects itself all of it, like the commission.
 */
export function promotionDue(component: Released, { held, direct, promoted }: Funding): Fen {
  const price = ownPrice(component);
  const whole = price === ZERO || collectorOf(component.collectionMode) === "SUPPLIER";
  const came = whole ? price : fen(Math.min(price, Math.max(0, held + direct)));
  const target = price === ZERO ? component.promotion : shareOf(component.promotion, came, price);
  return atLeastZero(target - promoted);
}

/** So much of `amount` as `part` is of `whole`, rounded down: all of it for the whole. */
export function shareOf(amount: Fen, part: Fen, whole: Fen): Fen {
  return fen(Number((BigInt(amount) * BigInt(part)) / BigInt(whole)));
}

/**
 * What is released of a supplier's part once its work is accepted: all that is held and was not released yet, less the
 * commission on everything released so far that was not taken yet.
 */
export function releaseOf(
  component: Released & { readonly commissionRate: number },
  came: Funding,
): { readonly release: Fen; readonly fromHeld: Fen; readonly claimed: Fen } {
  const { held, direct, promoted, released, commission } = came;
  const collects = collectorOf(component.collectionMode) === "SUPPLIER";
  // Of a part that costs less by now no more than its price: the rest is the customer's, or another part's.
  const most = atLeastZero(ownPrice(component) - direct);
  const part = fen(Math.min(held, most));
  const release = atLeastZero(part + promoted - released);
  const base = collects ? plus(ownPrice(component), component.promotion) : plus(part, promoted);
  const due = atLeastZero(commissionOn(base, component.commissionRate) - commission);
  const fromHeld = due < release ? due : release;
  return { release, fromHeld, claimed: collects ? minus(due, fromHeld) : ZERO };
}

const atLeastZero = (value: number): Fen => (value > 0 ? fen(value) : ZERO);
const sum = (parts: readonly FundingPart[]): Fen => plus(...parts.map((part) => part.amount));

function share(amount: Fen, parts: readonly FundingPart[]): FundingPart[] {
  const all = sum(parts);
  if (amount === ZERO || all === ZERO) return [];
  const taken = amount < all ? amount : all;
  const amounts = split(
    taken,
    parts.map((part) => part.amount),
  );
  return parts.map((part, index) => ({ ...part, amount: amounts[index] ?? ZERO })).filter((part) => part.amount > ZERO);
}

function merged(parts: readonly FundingPart[]): FundingPart[] {
  const result: FundingPart[] = [];
  for (const part of parts) {
    const same = result.findIndex((each) => each.kind === part.kind && each.componentId === part.componentId);
    const known = result[same];
    if (known) result[same] = { ...known, amount: plus(known.amount, part.amount) };
    else result.push(part);
  }
  return result;
}
