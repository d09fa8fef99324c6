import fc from "fast-check";
import { expect, it } from "vitest";
import type { CollectionMode } from "../catalogue/collection.js";
import { type Fen, fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import type { FundingPart } from "./funding.js";
import { allocate, type InstalmentState, instalmentLife } from "./instalment.js";
import { moneyEffect } from "./order-effect.js";
import { checkBalanced, costPostings, earnedPostings, type PostingLine, receiptPostings } from "./postings.js";
import { depositForfeitedPostings, refundPaidPostings } from "./postings-returned.js";
import type { PlanPart } from "./recut.js";
import { type GrantedPart, grantLines, splitGrant } from "./refund-grant.js";
import { planAllocations, type RefundableTender, remainingOf } from "./refund-plan.js";

/** More of them: LIVES=1000000 LIVES_SEED=7 npx vitest run --project unit src/payments/lives.spec.ts */
const LIVES = Number(process.env["LIVES"] ?? 100_000);
const SEED = Number(process.env["LIVES_SEED"] ?? 20_261_123);
const NOW = 0;

interface Part {
  readonly id: string;
  readonly sale: Fen;
  readonly state: "ACTIVE" | "CANCELLED";
  readonly accepted: boolean;
  readonly unearned: Fen;
  readonly earned: Fen;
  readonly refunded: Fen;
}

/** An order whole; each deed makes the next of it or, refused or dead on the way, leaves it as it was. */
interface Order {
  readonly open: boolean;
  readonly parts: readonly Part[];
  readonly plan: readonly PlanPart[];
  readonly tenders: readonly RefundableTender[];
  /** Credit less debit of each account. */
  readonly books: ReadonlyMap<string, number>;
  readonly posted: ReadonlySet<string>;
  /** What the world knows, whatever the books say. */
  readonly came: Fen;
  readonly left: Fen;
}

/** Credit less debit of an account. */
const balance = ({ books }: Order, account: PostingLine["account"]): number => books.get(account) ?? 0;

/** Posts under the name of the movement, once; nothing when it is known. */
function post(order: Order, name: string, lines: readonly PostingLine[]): Order {
  if (lines.length === 0 || order.posted.has(name)) return order;
  checkBalanced(lines);
  const books = new Map(order.books);
  for (const { account, debit, credit } of lines) books.set(account, (books.get(account) ?? 0) + credit - debit);
  return { ...order, books, posted: new Set(order.posted).add(name) };
}

const MODE: CollectionMode = "OWN_SALE";
/** All of it is the platform's own sale; `funding.spec.ts` lives through what others sell. */
const own = (amount: Fen): FundingPart[] => [{ kind: "OWN", componentId: null, supplierId: null, amount }];

function pay(order: Order, movement: string, pick: number, share: number): Order {
  if (order.posted.has(movement)) return order;
  const part = order.plan[pick % order.plan.length];
  if (!part) return order;
  const received = fen(Math.max(1, Math.floor((part.amount * share) / 100)));
  const { toInstalment, toCredit, verb } = allocate(received, part, order.open);
  const receivable = fen(Math.max(0, -balance(order, "1122")));
  const lines = receiptPostings("BANK_TRANSFER", own(toInstalment), toCredit, receivable);
  const next = post(order, movement, lines);
  const paid = verb
    ? { ...part, paid: plus(part.paid, toInstalment), state: instalmentLife.after(part.state, verb) }
    : part;
  const tender: RefundableTender = {
    paymentId: movement,
    instalmentId: part.id,
    seq: part.seq,
    tender: "BANK_TRANSFER",
    applied: toInstalment,
    refunded: ZERO,
    settledAt: NOW,
    channelRefunds: 0,
  };
  return {
    ...next,
    plan: order.plan.map((one) => (one.id === part.id ? paid : one)),
    tenders: [...order.tenders, tender],
    came: plus(order.came, received),
  };
}

function accept(order: Order, pick: number): Order {
  const part = order.parts[pick % order.parts.length];
  if (!part || !order.open || part.accepted || part.state === "CANCELLED") return order;
  const share = minus(part.sale, part.unearned);
  const earned = post(order, `${part.id}:earned`, earnedPostings(share, fen(balance(order, "2203"))));
  const next = post(earned, `${part.id}:cost`, costPostings(fen(Math.floor(part.sale / 2))));
  return {
    ...next,
    parts: next.parts.map((one) => (one.id === part.id ? { ...one, accepted: true, earned: share } : one)),
  };
}

/** Gives back of a part: granted by the rules, planned over tenders newest first, and paid by bank. */
function giveBack(order: Order, name: string, shares: readonly { id: string; amount: Fen }[], freed: boolean): Order {
  const total = plus(...shares.map(({ amount }) => amount));
  if (total === ZERO) return order;
  const planned = planAllocations(total, order.tenders, NOW);
  let next = order;
  for (const { id, amount } of shares.filter((share) => share.amount > ZERO)) {
    const part = next.parts.find((one) => one.id === id);
    if (!part) continue;
    const open = part.accepted ? ZERO : fen(Math.max(0, part.sale - part.earned - part.unearned));
    const granted: GrantedPart = {
      collectionMode: MODE,
      commissionRate: 0,
      commissionRefundable: false,
      accepted: part.accepted,
      open,
      earned: part.earned,
      held: ZERO,
      passedOn: ZERO,
      fee: ZERO,
    };
    const taken = splitGrant(amount, granted, fen(balance(next, "2203")), freed);
    const { lines } = grantLines(taken, granted, { platform: 10_000, supplier: 0, customer: 0 });
    next = post(next, `${name}:${id}`, lines);
    const now = {
      ...part,
      earned: minus(part.earned, taken.earned),
      unearned: freed ? part.unearned : plus(part.unearned, taken.unearned),
      refunded: plus(part.refunded, amount),
    };
    next = { ...next, parts: next.parts.map((one) => (one.id === id ? now : one)) };
  }
  next = post(next, `${name}:paid`, refundPaidPostings([{ account: "1002", amount: total }]));
  const tenders = next.tenders.map((tender) => {
    const back = planned.filter(({ paymentId }) => paymentId === tender.paymentId).map(({ amount }) => amount);
    return { ...tender, refunded: plus(tender.refunded, ...back) };
  });
  return { ...next, tenders, left: plus(next.left, total) };
}

/** Another price of what is not accepted yet: the plan is cut anew, and what was paid above it goes back. */
function amend(order: Order, name: string, pick: number, share: number, ends: boolean): Order {
  if (!order.open || order.posted.has(name)) return order;
  const touched = order.parts.filter((part, index) => {
    const free = part.state === "ACTIVE" && !part.accepted && part.unearned === ZERO;
    return free && (ends || index === pick % order.parts.length);
  });
  if (touched.length === 0) return order;
  const after = new Map(touched.map(({ id, sale }) => [id, ends ? ZERO : fen(Math.floor((sale * share) / 100))]));
  const parts = order.parts.map((part) => {
    const sale = after.get(part.id);
    if (sale === undefined) return part;
    return { ...part, sale, state: sale === ZERO ? ("CANCELLED" as const) : part.state };
  });
  const less = touched.map(({ id, sale }) => ({ id, by: Math.max(0, sale - (after.get(id) ?? 0)) }));
  const delta = plus(...touched.map(({ id, sale }) => minus(after.get(id) ?? ZERO, sale)));
  const way = pick % 2 === 0 ? "COLLECT" : "SPREAD";
  const effect = moneyEffect(order.plan, delta, { way, fault: ends ? "CUSTOMER" : null, forfeits: true });
  const changes = new Map(effect.recut.changes.map((change) => [change.id, change]));
  const plan: PlanPart[] = order.plan.map((part) => ({ ...part, ...changes.get(part.id) }));
  const seq = plan.length + 1;
  const { difference } = effect.recut;
  const blank = { paid: ZERO, waived: ZERO, nature: "DIFFERENCE" as const, state: "DUE" as const };
  if (difference > ZERO) plan.push({ ...blank, id: `i${seq}`, seq, amount: difference });
  let next: Order = { ...order, parts, plan, open: parts.some(({ state }) => state === "ACTIVE") };
  next = post(next, `${name}:forfeit`, depositForfeitedPostings(effect.forfeit));
  const shares =
    effect.refund > ZERO
      ? split(
          effect.refund,
          less.map(({ by }) => fen(by)),
        )
      : [];
  next = giveBack(
    next,
    name,
    less.map(({ id }, index) => ({ id, amount: shares[index] ?? ZERO })),
    true,
  );
  return { ...next, posted: new Set(next.posted).add(name) };
}

interface Deed {
  readonly kind: string;
  readonly pick: number;
  readonly share: number;
  readonly dies: number;
}
const kinds = ["pay", "pay", "pay", "accept", "accept", "refund", "amend", "cancel", "again"] as const;

/** One number tells a deed: a hundred thousand lives are quicker drawn so. */
const deed = fc.nat(kinds.length * 8 * 220 * 10 - 1).map((drawn): Deed => {
  const rest = Math.floor(drawn / kinds.length);
  const kind = kinds[drawn % kinds.length] ?? "pay";
  return { kind, pick: rest % 8, share: 1 + (Math.floor(rest / 8) % 220), dies: Math.floor(rest / 1_760) };
});

function done(order: Order, { kind, pick, share }: Deed, name: string): Order {
  if (kind === "pay") return pay(order, name, pick, Math.min(share, 150));
  if (kind === "accept") return accept(order, pick);
  if (kind === "amend") return amend(order, name, pick, share, false);
  if (kind === "cancel") return pick === 0 ? amend(order, name, pick, 0, true) : order;
  const part = order.parts[pick % order.parts.length];
  if (!part || order.posted.has(`${name}:paid`)) return order;
  return giveBack(order, name, [{ id: part.id, amount: fen(Math.ceil((part.sale * share) / 220)) }], false);
}

/** One deed as the world does it: refused, dead before its end, or done and told again. */
function lived(order: Order, told: Deed, name: string): Order {
  try {
    const next = done(order, told, name);
    return told.dies === 0 ? order : told.dies === 1 ? done(next, told, name) : next;
  } catch (error) {
    if (error instanceof Refusal) return order;
    throw error;
  }
}

const live = (plan: readonly PlanPart[]) => plan.filter(({ state }) => state !== "VOID");
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** Everything that must hold after each deed; each that does not, in words. */
function broken(order: Order): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, words: string): void => {
    if (!holds) faults.push(words);
  };
  const of = (account: PostingLine["account"]) => balance(order, account);
  must(sum([...order.books.values()]) === 0, "the trial balance is not zero");
  for (const account of ["2203", "2241.R", "2241.C", "6001", "2221", "6052"] as const)
    must(of(account) >= 0, `${account} is ${of(account)}`);
  must(of("1122") <= 0, `the customer is owed ${of("1122")} as a receivable`);
  must(of("1122") === 0 || of("2203") === 0, `advances ${of("2203")} beside a receivable ${of("1122")}`);
  must(-of("1002") === order.came - order.left, `${order.came} came, ${order.left} left, ${-of("1002")} is booked`);
  const held = of("2203") + of("2241.C") + of("2241.R") + of("1122");
  const earned = of("6001") + of("6052") + of("2221");
  must(order.came - order.left === held + earned, "received less returned is not held, owed or earned");
  const planned = sum(live(order.plan).map(({ amount }) => amount));
  const priced = sum(order.parts.filter(({ state }) => state === "ACTIVE").map(({ sale }) => sale));
  must(planned === priced, `the plan says ${planned} of ${priced}`);
  must(
    order.tenders.every((tender) => tender.refunded <= tender.applied && remainingOf(tender) >= 0),
    "a tender gave more than it took",
  );
  must(
    order.parts.every(({ earned: own, unearned }) => own >= 0 && unearned >= 0),
    "a part is below nothing",
  );
  return faults;
}

const start = fc
  .record({
    sales: fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    deposit: fc.boolean(),
  })
  .map(({ sales, weights, deposit }): Order => {
    const total = fen(sum(sales));
    const first = deposit ? fen(Math.floor(total / 5)) : ZERO;
    const rest = split(minus(total, first), weights);
    const amounts = first > ZERO ? [first, ...rest] : rest;
    const plan = amounts.map((amount, index) => ({
      id: `i${index + 1}`,
      seq: index + 1,
      nature: first > ZERO && index === 0 ? ("DEPOSIT" as const) : ("PROGRESS" as const),
      state: (index === 0 ? "DUE" : "PLANNED") as InstalmentState,
      amount,
      paid: ZERO,
      waived: ZERO,
    }));
    const blank = { state: "ACTIVE" as const, accepted: false, unearned: ZERO, earned: ZERO, refunded: ZERO };
    const parts = sales.map((sale, index) => ({ ...blank, id: `c${index}`, sale: fen(sale) }));
    return { open: true, parts, plan, tenders: [], books: new Map(), posted: new Set(), came: ZERO, left: ZERO };
  });

it(`${LIVES} random lives of an order keep the rules of its money (seed ${SEED})`, () => {
  const life = fc.property(start, fc.array(deed, { minLength: 4, maxLength: 12 }), (first, deeds) => {
    let order = first;
    for (const [index, told] of deeds.entries()) {
      const late = told.kind === "again" ? told.pick % (index + 1) : index;
      const again = deeds[late] ?? told;
      order = lived(order, again.kind === "again" ? { ...again, kind: "pay" } : again, `m${late}`);
      const faults = broken(order);
      if (faults.length > 0) expect(faults).toEqual([]);
    }
  });
  fc.assert(life, { seed: SEED, numRuns: LIVES });
}, 1_800_000);
