import { ticketById } from "../fulfilment/ticket.store.js";
import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import type { Customer, SupplierMemberViewer } from "../platform/viewer.js";
import { changeRequestFacts } from "./amendment-facts.js";
import type { RequestWish } from "./change-request.js";
import { addChangeRequest, changeRequestsOf, type Wished } from "./change-request.store.js";
import { isAmendable } from "./order.js";
import { holdOrder, orderById, orderOfCustomer } from "./order.store.js";

/** So many wishes of one order may wait for an answer. */
const OPEN_AT_ONCE = 5;

/**
 * A customer asks to have their order changed or ended, or a supplier to have the scope of a ticket of theirs changed, in
 * words. Returns the request's id. Refuses NOT_FOUND, INVALID_STATE for an order that is closed, VALIDATION, RATE_LIMITED
 * while five wishes wait.
 */
export async function requestChange(
  platform: Platform,
  viewer: Customer | SupplierMemberViewer,
  wish: {
    readonly orderId?: string;
    readonly ticketId?: string;
    readonly wish: RequestWish;
    readonly text: string;
    readonly idempotencyKey: string;
  },
): Promise<string> {
  const { idempotencyKey: key, ...input } = wish;
  const text = cleanText(input.text, "text", 500);
  const once = { operation: "requestChange", key, input };
  const { requestId } = await platform.work.once(viewer, once, async (tx) => {
    const about = viewer.kind === "customer" ? await ofCustomer() : await ofSupplier(viewer);
    await holdOrder(tx, about.orderId);
    const order = found(await orderById(tx, about.orderId));
    must(isAmendable(order.state), "INVALID_STATE", { thing: "order", state: order.state });
    const known = (await changeRequestsOf(tx, [order.id])).get(order.id) ?? [];
    must(known.filter(({ state }) => state === "OPEN").length < OPEN_AT_ONCE, "RATE_LIMITED");
    const request = await addChangeRequest(tx, { ...about, wish: input.wish, text });
    tx.record(changeRequestFacts.requested(request), queuesMoved);
    return { requestId: request.id };

    async function ofCustomer(): Promise<Pick<Wished, "orderId" | "supplierId" | "ticketId">> {
      must(viewer.kind === "customer", "FORBIDDEN");
      const own = found(await orderOfCustomer(tx, found(input.orderId), viewer.accountId));
      return { orderId: own.id, supplierId: null, ticketId: null };
    }

    async function ofSupplier({ supplierId }: SupplierMemberViewer) {
      const ticket = found(await ticketById(tx, found(input.ticketId)));
      must(ticket.supplierId === supplierId, "NOT_FOUND");
      return { orderId: ticket.orderId, supplierId, ticketId: ticket.id };
    }
  });
  return requestId;
}
