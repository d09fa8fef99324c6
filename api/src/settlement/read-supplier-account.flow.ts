import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { componentsOf, ordersById } from "../orders/order.store.js";
import { depositOf } from "../payments/ledger.store.js";
import type { Platform } from "../platform/platform.js";
import { standingOf } from "./line.js";
import { cutTermsOf, openItemsOf } from "./open-items.step.js";
import { termsOf } from "./terms.store.js";

/** What is open between the platform and a supplier, item by item, with when it may be paid. A fixed number of statements. */
export async function readSupplierAccount(platform: Platform, supplierId: string) {
  const { read } = platform.database;
  const agreed = await termsOf(read, supplierId);
  const terms = await cutTermsOf(read, agreed);
  const open = await openItemsOf(read, supplierId);
  const orderIds = [...new Set(open.flatMap(({ orderId }) => orderId ?? []))];
  const orders = orderIds.length > 0 ? await ordersById(read, orderIds) : new Map<string, never>();
  const parts = orderIds.length > 0 ? await componentsOf(read, orderIds) : [];
  const components = new Map(parts.map((part) => [part.id, part]));
  const now = platform.clock.now();
  const items = open.map((item) => {
    const order = item.orderId === null ? undefined : orders.get(item.orderId);
    const component = item.componentId === null ? undefined : components.get(item.componentId);
    const title = component?.itemName ?? order?.productTitle ?? "";
    return { ...item, orderNo: order?.no ?? null, title, ...standingOf(item, terms, now) };
  });
  const sum = (of: (item: (typeof items)[number]) => boolean): Fen =>
    plus(...items.filter(of).map(({ balance }) => balance));
  const { cycle, retentionRate, retentionDays, bankName, accountName, accountTail, version } = agreed;
  return {
    ...{ cycle, retentionRate, retentionDays, bankName, accountName, accountTail, version },
    deposit: await depositOf(read, supplierId),
    ready: sum(({ balance, blocker }) => balance > ZERO && blocker === null),
    waiting: sum(({ balance, blocker }) => balance > ZERO && blocker !== null),
    owes: minus(
      ZERO,
      sum(({ balance }) => balance < ZERO),
    ),
    items,
  };
}
