import { principalOf } from "../../../src/catalogue/collection.js";
import { fen } from "../../../src/kernel/money.js";
import type { AccountCode } from "../../../src/payments/accounts.js";
import { commissionOn, ownPrice } from "../../../src/payments/funding.js";
import { isSettled } from "../../../src/payments/instalment.js";
import { remainingOf } from "../../../src/payments/refund-plan.js";
import { balance, fundingOf, type Order, openItems } from "./order.js";

/** What is somebody's, was earned or was kept: nobody can have less than nothing of it. */
const NEVER_BELOW = [
  ...(["2202", "2202.R", "2203", "2241.H", "2241.A", "2241.G", "2241.C", "2241.R", "2241.D"] as const),
  ...(["6052", "9002"] as const),
] satisfies AccountCode[];
/** What is owed to the platform, or was spent by it; what a supplier bears may exceed what its work cost so far (6401). */
const NEVER_ABOVE = ["1122", "1221.S", "6602", "6711", "6712", "9001"] as const satisfies AccountCode[];

/** Net and tax of what goes back in other parts than it came in are rounded apart: a fen each time, never of their sum. */
const ROUNDED = ["6001", "6051", "2221"] as const satisfies AccountCode[];

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** Everything that must hold after each deed; each that does not, in words. */
export function broken(order: Order): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, words: () => string): void => {
    if (!holds) faults.push(words());
  };
  const books = new Map<AccountCode, number>();
  for (const { account, credit } of order.entries) books.set(account, (books.get(account) ?? 0) + credit);
  const of = (account: AccountCode): number => books.get(account) ?? 0;
  must(sum([...books.values()]) === 0, () => "the trial balance is not zero");
  for (const account of NEVER_BELOW) must(of(account) >= 0, () => `${account} is ${of(account)}`);
  const times = order.entries.filter(({ kind }) => kind === "REFUND_GRANTED").length;
  for (const account of ROUNDED) must(of(account) >= -times, () => `${account} is ${of(account)}`);
  must(sum(ROUNDED.map(of)) >= 0, () => "more was given back than was earned");
  for (const account of NEVER_ABOVE) must(of(account) <= 0, () => `${account} is owed ${of(account)}`);
  must(of("1122") === 0 || of("2203") === 0, () => `advances ${of("2203")} beside a receivable ${of("1122")}`);
  must(of("9001") + of("9002") === 0, () => "the memo pair does not match");
  money(order, of, must);
  plan(order, must);
  parts(order, must);
  return faults;
}

type Must = (holds: boolean, words: () => string) => void;

/** The world's money is the books' money, and every fen of it is somebody's. */
function money({ world, tenders, plan: instalments }: Order, of: (account: AccountCode) => number, must: Must): void {
  const { came, left, direct, taken } = world;
  const booked = -(of("1002") + of("1001") + of("1012.TEST"));
  must(booked === came - left, () => `${came} came, ${left} left, ${booked} is booked`);
  const held = sum((["2203", "2241.H", "2241.A", "2241.G", "2241.C", "2241.R", "2241.D"] as const).map(of));
  const owed = of("2202") + of("2202.R") + of("1122") + of("1221.S");
  const earned = sum((["6001", "6051", "6052", "2221"] as const).map(of));
  const spent = sum((["6401", "6602", "6711", "6712"] as const).map(of));
  must(booked === held + owed + earned + spent, () => "what is here is not held, owed, earned or spent");
  const applied = sum(tenders.map((tender) => tender.applied));
  must(applied === sum(instalments.map(({ paid }) => paid)), () => `${applied} was applied, another sum is paid`);
  const back = sum(tenders.map((tender) => tender.refunded));
  must(back <= applied, () => `${back} went back of ${applied}`);
  must(direct <= applied && taken >= 0, () => "suppliers took more than was paid");
  for (const tender of tenders)
    must(tender.refunded <= tender.applied && remainingOf(tender) >= 0, () => "a tender gave more than it took");
}

/** The plan comes to the price, and each instalment is what its money says. */
function plan({ plan: all, parts: lines }: Order, must: Must): void {
  const live = all.filter(({ state }) => state !== "VOID");
  const planned = sum(live.map(({ amount }) => amount));
  const priced = sum(lines.filter(({ state }) => state === "ACTIVE").map(({ saleAmount }) => saleAmount));
  must(planned === priced, () => `the plan says ${planned} of ${priced}`);
  for (const instalment of live) {
    const { id, state, amount, paid, waived } = instalment;
    must(paid >= 0 && waived >= 0 && amount >= 0, () => `${id} has ${paid} and ${waived} of ${amount}`);
    must(
      isSettled(instalment) === paid + waived >= amount,
      () => `${id} is ${state} with ${paid + waived} of ${amount}`,
    );
  }
}

/** Nothing of a part, and nothing between the platform and a supplier, is below nothing. */
function parts(order: Order, must: Must): void {
  const funding = fundingOf(order);
  const live = order.plan.filter(({ state }) => state !== "VOID");
  const settled = live.every(isSettled);
  for (const part of order.parts) {
    const money = funding.get(part.id);
    if (!money) continue;
    const { held, released, fee, feePaid, direct, commission } = money;
    must(part.unearned >= 0 && part.givenBack >= 0, () => `${part.id} gave back less than nothing`);
    must(feePaid <= fee || fee < 0, () => `the office got ${feePaid} of ${fee}`);
    const given = -balance(order, "6602", part.id);
    must(given >= 0 && given <= part.promotion, () => `${part.id} was given ${given} of ${part.promotion}`);
    must(released >= 0 && direct >= 0, () => `${part.id} released ${released}, direct ${direct}`);
    if (principalOf(part.collectionMode) === "PLATFORM")
      must(
        held === 0 && released === 0 && commission === 0,
        () => `${part.id} is the platform's own and has ${held} held`,
      );
    else {
      const price = part.state === "ACTIVE" ? ownPrice(part) : 0;
      const most = fen(price + part.promotion);
      must(released <= most, () => `${part.id} released ${released} of ${most}`);
      must(commission <= commissionOn(most, part.commissionRate), () => `${part.id} has ${commission} commission`);
      const here = held + direct + part.fromHeld;
      const exact = !settled || here === price;
      must(exact, () => `all is paid, and ${part.id} has ${here} of ${price}`);
    }
  }
  for (const { account, item, balance } of openItems(order)) {
    const right = account === "1221.S" ? balance <= 0 : balance >= 0;
    must(right, () => `${account} of ${item} is ${balance}`);
  }
}
