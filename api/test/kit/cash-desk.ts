import { newId } from "../../src/kernel/ids.js";
import { found } from "../../src/kernel/refusal.js";
import type { Tender } from "../../src/payments/payment.js";
import type { Data } from "./actor.js";
import { aPicture, type MadeOrder } from "./makers-orders.js";
import type { World } from "./world.js";

export const PAYMENT_FIELDS = `{ id no tender amount receivedAmount state reference payUrl reason version
  availableActions settledAt slip { mime url } customerName instalmentName orderNo }`;
export const START = `mutation($input: StartPaymentInput!) { startPayment(input: $input) {
  payment ${PAYMENT_FIELDS} userErrors { code } } }`;
export const SLIP = `mutation($input: UploadSlipInput!) { uploadSlip(input: $input) {
  payment ${PAYMENT_FIELDS} userErrors { code } } }`;
export const CONFIRM = `mutation($input: ConfirmBankPaymentInput!) { confirmBankPayment(input: $input) {
  payment ${PAYMENT_FIELDS} userErrors { code field } } }`;
export const REJECT = `mutation($input: RejectBankPaymentInput!) { rejectBankPayment(input: $input) {
  payment ${PAYMENT_FIELDS} userErrors { code } } }`;
export const CANCEL = `mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { userErrors { code } } }`;
const ORDER = `query($id: ID!) { order(id: $id) { state moneyState paid due version nextStep { actor code }
  instalments { id state paid payments { state } } timeline { kind money amount subject detail } } }`;

/** A payment as `PAYMENT_FIELDS` shows it. */
export interface SeenPayment {
  readonly id: string;
  readonly no: string;
  readonly amount: string;
  readonly state: string;
  readonly reference: string;
  readonly payUrl: string;
  readonly version: number;
}

export const gateOf = (order: MadeOrder): string => found(order.instalments[0]).id;

/** The order as its customer sees it: state, money, instalments with their payments, timeline. */
export async function readOrder({ customer, orderId }: MadeOrder): Promise<Data> {
  return found((await customer.ask(ORDER, { id: orderId }))["order"]);
}

export async function start(order: MadeOrder, tender: Tender): Promise<SeenPayment> {
  const input = { instalmentId: gateOf(order), tender, idempotencyKey: newId() };
  return (await order.customer.do(START, input))["payment"] as unknown as SeenPayment;
}

/** A transfer for the gate instalment whose slip waits for the cashier. */
export async function withSlip(order: MadeOrder): Promise<SeenPayment> {
  const payment = await start(order, "BANK_TRANSFER");
  const { body } = await order.customer.upload("SLIP", await aPicture());
  const input = { paymentId: payment.id, fileId: body["id"], version: payment.version };
  return (await order.customer.do(SLIP, input))["payment"] as unknown as SeenPayment;
}

/** The input with which a cashier confirms a payment in full. */
export function confirmation(payment: SeenPayment, change: Record<string, unknown> = {}) {
  return {
    paymentId: payment.id,
    version: payment.version,
    receivedAmount: payment.amount,
    bankReference: `B-${newId()}`,
    idempotencyKey: newId(),
    ...change,
  };
}

export async function ticketsOf(world: World, order: MadeOrder): Promise<number> {
  const { read } = world.server.platform.database;
  return (await read.query("SELECT id FROM tickets WHERE orderId = ?", [order.orderId])).length;
}

/** Debit less credit of an account for one order, in fen. */
export async function booked(world: World, order: MadeOrder, account: string): Promise<number> {
  const [row] = await world.server.platform.database.read.query<{ sum: number }>(
    "SELECT COALESCE(SUM(debit), 0) - COALESCE(SUM(credit), 0) AS sum FROM postings WHERE orderId = ? AND account = ?",
    [order.orderId, account],
  );
  return Number(row?.sum);
}
