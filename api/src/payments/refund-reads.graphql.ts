import { groupBy } from "../kernel/group.js";
import { type Fen, plus } from "../kernel/money.js";
import { loadOrderLines } from "../orders/order-fields.graphql.js";
import type { Context } from "../platform/context.js";
import { holds } from "../platform/viewer.js";
import { loadInstalments } from "./instalment.graphql.js";
import { orderBalances } from "./ledger.store.js";
import { loadPaymentsOf } from "./payment.graphql.js";
import { grantedStates } from "./refund.js";
import {
  allocationsOf,
  type RefundAllocationRow,
  type RefundComponentRow,
  type RefundRow,
  refundById,
  refundComponentsOf,
  refundOfCustomer,
  refundsOf,
} from "./refund.store.js";
import type { Refundable } from "./refund-fields.graphql.js";
import { availableOf } from "./refund-grant.js";
import { remainingOf, remainingOfAll, routesOf } from "./refund-plan.js";
import { grantedParts, refundableTenders } from "./refund-sources.store.js";

const REFUNDS = Symbol("refunds of orders");
const LINES = Symbol("what refunds are for");
const PARTS = Symbol("parts of refunds");

/** An order's refunds, newest first, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadRefundsOf({ platform, loaders }: Context, orderId: string): Promise<RefundRow[]> {
  const loader = loaders.byId(REFUNDS, async (ids) =>
    groupBy(await refundsOf(platform.database.read, ids), (row) => row.orderId),
  );
  return (await loader.load(orderId)) ?? [];
}

/** What was granted of an order's money. */
export async function loadRefunded(context: Context, orderId: string): Promise<Fen> {
  const granted = (await loadRefundsOf(context, orderId)).filter(({ state }) => grantedStates.includes(state));
  return plus(...granted.map(({ amount }) => amount));
}

/** A refund of the viewer's own, or any for staff who may read refunds; null otherwise. */
export async function loadRefund({ platform, viewer }: Context, id: string): Promise<RefundRow | null> {
  const { read } = platform.database;
  if (viewer.kind === "customer") return (await refundOfCustomer(read, id, viewer.accountId)) ?? null;
  return holds(viewer, "refunds.read") ? ((await refundById(read, id)) ?? null) : null;
}

/** What a refund is for, with the names of the order's parts. */
export async function loadRefundLines(
  context: Context,
  refund: { id: string; orderId: string },
): Promise<(RefundComponentRow & { itemName: string })[]> {
  const { platform, loaders } = context;
  const loader = loaders.byId(LINES, async (ids) =>
    groupBy(await refundComponentsOf(platform.database.read, ids), (row) => row.refundId),
  );
  const names = new Map((await loadOrderLines(context, refund.orderId)).map((line) => [line.id, line.itemName]));
  const lines = (await loader.load(refund.id)) ?? [];
  return lines.map((line) => ({ ...line, itemName: names.get(line.componentId) ?? "" }));
}

/** A refund's parts with the payments they go back to. */
export async function loadRefundParts(context: Context, refund: { id: string; orderId: string }) {
  const { platform, loaders } = context;
  const loader = loaders.byId(PARTS, async (ids) =>
    groupBy(await allocationsOf(platform.database.read, ids), (row) => row.refundId),
  );
  const [payments, instalments] = [
    await loadPaymentsOf(context, refund.orderId),
    await loadInstalments(context, refund.orderId),
  ];
  const view = (part: RefundAllocationRow) => ({
    ...part,
    tender: payments.find(({ id }) => id === part.paymentId)?.tender ?? null,
    instalmentName: instalments.find(({ id }) => id === part.instalmentId)?.name ?? null,
  });
  return ((await loader.load(refund.id)) ?? []).map(view);
}

/** What of an order can still be given back. The caller has checked who asks. */
export async function readRefundable(context: Context, orderId: string): Promise<Refundable> {
  const { read } = context.platform.database;
  const now = context.platform.clock.now();
  const lines = await loadOrderLines(context, orderId);
  const [parts, tenders] = [await grantedParts(read, orderId, lines), await refundableTenders(read, orderId)];
  const { advances } = await orderBalances(read, orderId);
  const names = new Map((await loadInstalments(context, orderId)).map(({ id, name }) => [id, name]));
  return {
    available: remainingOfAll(tenders),
    lines: lines.flatMap(({ id, itemName }) => {
      const part = parts.get(id);
      return part ? [{ componentId: id, itemName, available: availableOf(part, advances) }] : [];
    }),
    tenders: tenders.map((tender) => ({
      ...tender,
      instalmentName: names.get(tender.instalmentId) ?? "",
      available: remainingOf(tender),
      routes: routesOf(tender, now),
    })),
  };
}
