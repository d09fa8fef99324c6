import { ticketsOf } from "../../src/fulfilment/ticket.store.js";
import { type Fen, fen } from "../../src/kernel/money.js";
import { found } from "../../src/kernel/refusal.js";
import { amendmentById } from "../../src/orders/amendment.store.js";
import { answerAmendment } from "../../src/orders/answer-amendment.flow.js";
import { auditAmendment } from "../../src/orders/audit-amendment.flow.js";
import { draftAmendment } from "../../src/orders/draft-amendment.flow.js";
import { componentsOf, orderById } from "../../src/orders/order.store.js";
import { proposeAmendment } from "../../src/orders/propose-amendment.flow.js";
import { approveRefund } from "../../src/payments/approve-refund.flow.js";
import { confirmCollected } from "../../src/payments/confirm-collected.flow.js";
import { isOpen, openAmount } from "../../src/payments/instalment.js";
import { instalmentsOf } from "../../src/payments/instalment.store.js";
import { payByCredit } from "../../src/payments/pay-by-credit.flow.js";
import { payRefund } from "../../src/payments/pay-refund.flow.js";
import { movementOfCash } from "../../src/payments/payment.js";
import { paymentById } from "../../src/payments/payment.store.js";
import { proposeRefund } from "../../src/payments/propose-refund.flow.js";
import { recordCash } from "../../src/payments/record-cash.flow.js";
import { recordCollected } from "../../src/payments/record-collected.flow.js";
import { allocationsOf, refundById, refundsOf } from "../../src/payments/refund.store.js";
import { viewerOf } from "../kit/makers-orders.js";
import { ownerOf } from "./deeds.js";
import type { Deed, Life } from "./life.js";

const readOf = (life: Life) => life.world.server.platform.database.read;
const keyOf = ({ dice }: Life): string => `k${dice.word()}${dice.word()}`;
const anOpenOne = async (life: Life) =>
  life.dice.oneOf((await instalmentsOf(readOf(life), [life.order.orderId])).filter(isOpen));

async function isBooked(life: Life, movement: string): Promise<boolean> {
  const rows = await readOf(life).query("SELECT id FROM ledger_transactions WHERE idempotencyKey = ?", [movement]);
  return rows.length > 0;
}

/** At the counter: less than is asked for, just that, or more. */
export const payByCash: Deed = async (life) => {
  const instalment = await anOpenOne(life);
  if (!instalment) return undefined;
  const open = openAmount(instalment);
  const amount = fen(life.dice.chance(0.5) ? open : life.dice.whole(1, open * 2));
  const receiptNo = `R${life.dice.word()}${life.dice.word()}`.toUpperCase();
  const input = { instalmentId: instalment.id, amount, receiptNo, idempotencyKey: keyOf(life) };
  return async () => {
    try {
      await recordCash(life.world.server.platform, life.staff.cashier, input);
    } finally {
      if (await isBooked(life, movementOfCash(receiptNo))) life.moved.set(receiptNo, amount);
    }
  };
};

/** What came too much is used up. */
export const useCredit: Deed = async (life) => {
  const instalment = await anOpenOne(life);
  if (!instalment) return undefined;
  const amount = fen(life.dice.whole(1, Math.min(openAmount(instalment), 1_000)));
  const input = { instalmentId: instalment.id, amount, idempotencyKey: keyOf(life) };
  return () => payByCredit(life.world.server.platform, viewerOf(life.customer), input);
};

/** A supplier takes money at the customer's, who says at times that it is so. */
export const collect: Deed = async (life) => {
  const { platform } = life.world.server;
  const tickets = await ticketsOf(readOf(life), [life.order.orderId]);
  const ticket = life.dice.oneOf(tickets.filter(({ supplierId }) => supplierId !== null));
  const instalment = await anOpenOne(life);
  if (!ticket?.supplierId || !instalment) return undefined;
  const supplier = await ownerOf(life, ticket.supplierId);
  const amount = fen(life.dice.whole(1, openAmount(instalment)));
  const taken = { ticketId: ticket.id, amount, idempotencyKey: keyOf(life) };
  const [agrees, idempotencyKey] = [life.dice.chance(0.8), keyOf(life)];
  return async () => {
    const paymentId = await recordCollected(platform, supplier, taken);
    const { version } = found(await paymentById(readOf(life), paymentId));
    if (agrees) await confirmCollected(platform, viewerOf(life.customer), { paymentId, version, idempotencyKey });
  };
};

/** Staff give back a part or all of a line, whoever is to blame; another person lets it pass. */
export const refund: Deed = async (life) => {
  const { dice, order } = life;
  const { platform } = life.world.server;
  const line = dice.oneOf(await componentsOf(readOf(life), [order.orderId]));
  if (!line) return undefined;
  const amount = fen(dice.chance(0.3) ? line.saleAmount : dice.whole(1, Math.max(1, line.saleAmount)));
  const supplier = dice.whole(0, 10_000);
  const proposal = {
    ...{ orderId: order.orderId, reason: "少做了一间", components: [{ componentId: line.id, amount }] },
    ...{ responsibility: { platform: 10_000 - supplier, supplier, customer: 0 }, idempotencyKey: keyOf(life) },
  };
  const idempotencyKey = keyOf(life);
  return async () => {
    const refundId = await proposeRefund(platform, life.staff.clerk, proposal);
    const { version } = found(await refundById(readOf(life), refundId));
    await approveRefund(platform, life.staff.approver, { refundId, version, idempotencyKey });
  };
};

/** The cashier transfers a part of a refund that no channel can take back. */
export const transferRefund: Deed = async (life) => {
  const refunds = await refundsOf(readOf(life), [life.order.orderId]);
  const parts = await allocationsOf(
    readOf(life),
    refunds.map(({ id }) => id),
  );
  const part = life.dice.oneOf(parts.filter(({ state }) => state === "WAITING_CASHIER"));
  if (!part) return undefined;
  const input = {
    ...{ allocationId: part.id, version: part.version, payeeName: "林晓", payeeAccount: "6225880123456789" },
    ...{ bankReference: `RF${life.dice.word()}${life.dice.word()}`.toUpperCase(), idempotencyKey: keyOf(life) },
  };
  return () => payRefund(life.world.server.platform, life.staff.cashier, input);
};

/** The office changes the price of a line, or ends it; the customer agrees if asked, and another person audits it. */
export const amend: Deed = async (life) => {
  const { dice, order } = life;
  const { platform } = life.world.server;
  const { revision } = found(await orderById(readOf(life), order.orderId));
  const lines = (await componentsOf(readOf(life), [order.orderId])).filter(({ state }) => state === "ACTIVE");
  const line = dice.oneOf(lines);
  if (!line) return undefined;
  const ends = lines.length > 1 && dice.chance(0.3);
  const saleAmount: Fen = fen(dice.whole(1, line.saleAmount * 2));
  const part = ends
    ? ({ kind: "CANCEL", componentId: line.id, doneShare: dice.oneOf([0, 3_000, 10_000]) ?? 0 } as const)
    : ({ kind: "CHANGE", componentId: line.id, saleAmount } as const);
  const wish = {
    ...({ orderId: order.orderId, baseRevision: revision, kind: "CHANGE", reason: "客户改主意" } as const),
    ...({ way: dice.chance(0.5) ? "COLLECT" : "SPREAD", parts: [part], idempotencyKey: keyOf(life) } as const),
  };
  const idempotencyKey = keyOf(life);
  return async () => {
    const amendmentId = await draftAmendment(platform, life.staff.clerk, wish);
    const now = async () => found(await amendmentById(readOf(life), amendmentId));
    await proposeAmendment(platform, life.staff.clerk, { amendmentId, version: (await now()).version });
    const { state, version, hash } = await now();
    if (state === "WAIT_CUSTOMER") {
      const answer = { amendmentId, version, hash: hash ?? "", agree: true };
      await answerAmendment(platform, viewerOf(life.customer), answer);
    }
    const seen = { amendmentId, version: (await now()).version, approve: true, idempotencyKey };
    await auditAmendment(platform, life.staff.approver, seen);
  };
};
