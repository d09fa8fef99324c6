import { newId } from "../../src/kernel/ids.js";
import type { Actor, Data } from "./actor.js";
import { type SeenPayment, start } from "./cash-desk.js";
import type { MadeOrder } from "./makers-orders.js";
import type { World } from "./world.js";

const CUSTOMER_VIEW = `refund { id no state asked amount reason rejectReason version availableActions source
  lines { componentId itemName asked amount } parts { amount route state tender instalmentName accountEnd settledAt }
  photos { id } } userErrors { code field data }`;
export const STAFF_REFUND = `{ id no state asked amount version availableActions overrideReason customerName
  platformShare supplierShare customerShare
  lines { componentId itemName asked amount borne claimed supplierName }
  parts { id no amount route state tender instalmentName paymentId instalmentId failure bankReference payeeName
    payeeAccount version availableActions }
  refundable { available lines { componentId available } tenders { paymentId instalmentId available routes } } }`;
const deed = (name: string, type: string, view: string): string =>
  `mutation($input: ${type}!) { ${name}(input: $input) { ${view} } }`;
const staffView = `refund ${STAFF_REFUND} userErrors { code field data }`;

export const REQUEST_REFUND = deed("requestRefund", "RequestRefundInput", CUSTOMER_VIEW);
export const AGREE_REFUND = deed("agreeRefund", "SeenRefundInput", CUSTOMER_VIEW);
export const WITHDRAW_REFUND = deed("withdrawRefund", "SeenRefundInput", CUSTOMER_VIEW);
export const PROPOSE_REFUND = deed("proposeRefund", "ProposeRefundInput", staffView);
export const APPROVE_REFUND = deed("approveRefund", "ApproveRefundInput", staffView);
export const REJECT_REFUND = deed("rejectRefund", "RejectRefundInput", staffView);
export const CHOOSE_ROUTE = deed("chooseRefundRoute", "ChooseRefundRouteInput", staffView);
export const PAY_REFUND = deed("payRefund", "PayRefundInput", staffView);

export const BLAMELESS = { platform: 10_000, supplier: 0, customer: 0 };

/** What is asked back of one part of an order. */
export function wishOf(order: MadeOrder, amount: number, change: Record<string, unknown> = {}) {
  const components = [{ componentId: order.components[0]?.id, amount: String(amount) }];
  return { orderId: order.orderId, components, reason: "少做了一间", photoIds: [], idempotencyKey: newId(), ...change };
}

export async function asked(order: MadeOrder, amount: number, change: Record<string, unknown> = {}): Promise<Data> {
  return (await order.customer.do(REQUEST_REFUND, wishOf(order, amount, change)))["refund"] as Data;
}

/** A proposal of staff who begin a refund themselves. */
export function proposalFor(order: MadeOrder, amount: number, change: Record<string, unknown> = {}) {
  const components = [{ componentId: order.components[0]?.id, amount: String(amount) }];
  const about = { orderId: order.orderId, reason: "补偿客户", components };
  return { ...about, responsibility: BLAMELESS, idempotencyKey: newId(), ...change };
}

export async function proposed(
  clerk: Actor,
  order: MadeOrder,
  amount: number,
  change: Record<string, unknown> = {},
): Promise<Data> {
  return (await clerk.do(PROPOSE_REFUND, proposalFor(order, amount, change)))["refund"] as Data;
}

export async function approved(approver: Actor, refund: Data): Promise<Data> {
  const input = { refundId: refund["id"], version: refund["version"], idempotencyKey: newId() };
  return (await approver.do(APPROVE_REFUND, input))["refund"] as Data;
}

/** Pays the gate instalment by the test channel. */
export async function payByChannel(world: World, order: MadeOrder): Promise<SeenPayment> {
  const payment = await start(order, "TEST_CHANNEL");
  await world.server.http.inject({
    method: "POST",
    url: payment.payUrl,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: "outcome=SUCCEEDED",
  });
  return payment;
}
