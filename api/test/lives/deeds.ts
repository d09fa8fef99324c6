import { acceptOffer } from "../../src/fulfilment/accept-offer.flow.js";
import { acceptWork } from "../../src/fulfilment/accept-work.flow.js";
import { approveProgress } from "../../src/fulfilment/approve-progress.flow.js";
import { approveWork } from "../../src/fulfilment/approve-work.flow.js";
import { attemptsOf } from "../../src/fulfilment/attempt.store.js";
import { deliverWork } from "../../src/fulfilment/deliver-work.flow.js";
import { postProgress } from "../../src/fulfilment/post-progress.flow.js";
import { reportsOf } from "../../src/fulfilment/report.store.js";
import { startWork } from "../../src/fulfilment/start-work.flow.js";
import { type TicketRow, ticketsOf } from "../../src/fulfilment/ticket.store.js";
import { DAY, HOUR } from "../../src/kernel/clock.js";
import { fen } from "../../src/kernel/money.js";
import { found } from "../../src/kernel/refusal.js";
import { cancelOrder } from "../../src/orders/cancel-order.flow.js";
import { orderById } from "../../src/orders/order.store.js";
import { confirmBankPayment } from "../../src/payments/confirm-bank-payment.flow.js";
import { isOpen, openAmount } from "../../src/payments/instalment.js";
import { instalmentsOf } from "../../src/payments/instalment.store.js";
import { paymentById } from "../../src/payments/payment.store.js";
import { receivePayment } from "../../src/payments/receive-payment.flow.js";
import { startPayment } from "../../src/payments/start-payment.flow.js";
import { uploadSlip } from "../../src/payments/upload-slip.flow.js";
import { permissions, type Viewer } from "../../src/platform/viewer.js";
import { aPicture, viewerOf } from "../kit/makers-orders.js";
import type { Deed, Life } from "./life.js";

/** Staff of the life: a person of each hand, so that four eyes are two people. */
const staffNamed = (name: string): Viewer => ({
  kind: "integration",
  apiKeyId: `lives-${name}`,
  permissions: new Set(permissions),
  ip: "127.0.0.1",
});
const CASHIER = staffNamed("cashier");
const REVIEWER = staffNamed("reviewer");

const readOf = (life: Life) => life.world.server.platform.database.read;
const openInstalments = async (life: Life) => (await instalmentsOf(readOf(life), [life.order.orderId])).filter(isOpen);

/** By the channel: the message comes at once, later, or never; at times it says something odd. */
export const payByChannel: Deed = async (life) => {
  const { dice, world, moved, messages } = life;
  const { platform } = world.server;
  const instalment = dice.oneOf(await openInstalments(life));
  if (!instalment) return undefined;
  const begun = {
    instalmentId: instalment.id,
    tender: "TEST_CHANNEL" as const,
    idempotencyKey: `k${dice.word()}${dice.word()}`,
  };
  const fate = dice.roll();
  const txnId = `T-${dice.word()}${dice.word()}`;
  return async () => {
    const paymentId = await startPayment(platform, viewerOf(life.customer), begun);
    const payment = found(await paymentById(platform.database.read, paymentId));
    const told = {
      provider: "TEST_CHANNEL",
      providerTxnId: txnId,
      paymentNo: payment.no,
      amount: payment.amount,
      currency: "CNY",
    };
    const succeeded = async (): Promise<unknown> => {
      const became = await receivePayment(platform, { ...told, outcome: "SUCCEEDED" });
      if (became === "RECEIVED") moved.set(txnId, payment.amount);
      return became;
    };
    if (fate < 0.55) {
      messages.push(succeeded);
      await tellSafely(life, txnId, payment.amount, succeeded);
    } else if (fate < 0.75) messages.push(succeeded);
    else if (fate < 0.85) await receivePayment(platform, { ...told, outcome: "FAILED" });
    else if (fate < 0.9)
      await receivePayment(platform, { ...told, amount: fen(payment.amount + 1), outcome: "SUCCEEDED" });
  };
};

/** The channel's money moved whether we hear of it or die while hearing; what is booked is asked of the books. */
async function tellSafely(life: Life, movement: string, amount: number, tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    const rows = await readOf(life).query("SELECT id FROM ledger_transactions WHERE idempotencyKey = ?", [
      `TEST_CHANNEL:${movement}`,
    ]);
    if (rows.length > 0) life.moved.set(movement, amount);
    throw error;
  }
}

/** A message of the channel that comes late, or once more. */
export const hearAgain: Deed = async ({ dice, messages }) => dice.oneOf(messages);

/** By bank: a slip, and a cashier who finds what really came, which may be less or more. */
export const payByBank: Deed = async (life) => {
  const { dice, world, moved } = life;
  const { platform } = world.server;
  const instalment = dice.oneOf(await openInstalments(life));
  if (!instalment) return undefined;
  const viewer = viewerOf(life.customer);
  const begun = {
    instalmentId: instalment.id,
    tender: "BANK_TRANSFER" as const,
    idempotencyKey: `k${dice.word()}${dice.word()}`,
  };
  const open = openAmount(instalment);
  const kind = dice.roll();
  const received = fen(kind < 0.5 ? open : kind < 0.8 ? dice.whole(1, open) : dice.whole(open, open * 2));
  const bankReference = `BK${dice.word()}${dice.word()}`.toUpperCase();
  const key = `k${dice.word()}${dice.word()}`;
  const slip = await platform.files.keep(platform.work, viewer, "SLIP", await aPicture());
  const came = async (): Promise<boolean> =>
    (await readOf(life).query("SELECT id FROM ledger_transactions WHERE idempotencyKey = ?", [`BANK:${bankReference}`]))
      .length > 0;
  return async () => {
    try {
      const paymentId = await startPayment(platform, viewer, begun);
      const now = found(await paymentById(readOf(life), paymentId));
      if (now.state === "CREATED")
        await uploadSlip(platform, viewer, { paymentId, fileId: slip.id, version: now.version });
      const { version } = found(await paymentById(readOf(life), paymentId));
      const input = { paymentId, version, receivedAmount: received, bankReference, idempotencyKey: key };
      await confirmBankPayment(platform, CASHIER, input);
    } finally {
      if (await came()) moved.set(bankReference, received);
    }
  };
};

export const cancel: Deed = async ({ dice, world, customer, order }) => {
  if (!dice.chance(0.3)) return undefined;
  const { platform } = world.server;
  const { version } = found(await orderById(platform.database.read, order.orderId));
  return () => cancelOrder(platform, viewerOf(customer), { orderId: order.orderId, version, reason: "改主意了" });
};

/** Time passes: timers fire, offers run out, what waits is dispatched. */
export const wait: Deed = async ({ dice, world }) => {
  const ms = dice.oneOf([HOUR, 6 * HOUR, DAY, 4 * DAY, 9 * DAY]) ?? HOUR;
  world.clock.advance(ms);
  return () => world.settle();
};

/** The next step of one of the tickets, by whoever's turn it is. */
export const work: Deed = async (life) => {
  const { dice, world } = life;
  await world.settle();
  const tickets = await ticketsOf(readOf(life), [life.order.orderId]);
  const ticket = dice.oneOf(tickets.filter(({ state }) => state !== "ACCEPTED" && state !== "WAITING"));
  return ticket && stepOf(life, ticket, `k${dice.word()}${dice.word()}`);
};

async function stepOf(life: Life, ticket: TicketRow, key: string): Promise<(() => Promise<unknown>) | undefined> {
  const { platform } = life.world.server;
  const { id: ticketId, version, state } = ticket;
  const offer = (await attemptsOf(readOf(life), [ticketId])).find((attempt) => attempt.state === "OFFERED");
  const supplierId = ticket.supplierId ?? offer?.supplierId;
  const supplier = supplierId ? await ownerOf(life, supplierId) : undefined;
  if (state === "OFFERED" && offer && supplier) {
    return () => acceptOffer(platform, supplier, { ticketId, attemptId: offer.id, version, idempotencyKey: key });
  }
  if (state === "ASSIGNED" && supplier) return () => startWork(platform, supplier, { ticketId, version });
  if (state === "IN_PROGRESS" && supplier) {
    const [report] = await reportsOf(readOf(life), [ticketId]);
    if (!report) {
      const told = { ticketId, milestoneCode: "DONE", text: "已完成", photoFileIds: [], idempotencyKey: key };
      return () => postProgress(platform, supplier, told);
    }
    if (report.state === "SUBMITTED") {
      return () => approveProgress(platform, REVIEWER, { reportId: report.id, version: report.version });
    }
    return () => deliverWork(platform, supplier, { ticketId, version });
  }
  if (state === "DELIVERED") return () => approveWork(platform, REVIEWER, { ticketId, version });
  if (state === "PLATFORM_APPROVED") {
    return () => acceptWork(platform, viewerOf(life.customer), { ticketId, version, idempotencyKey: key });
  }
  return undefined;
}

export async function ownerOf(life: Life, supplierId: string): Promise<Viewer> {
  const [member] = await readOf(life).query<{ id: string; accountId: string }>(
    "SELECT id, accountId FROM supplier_members WHERE supplierId = ?",
    [supplierId],
  );
  const { id: memberId, accountId } = found(member);
  return { kind: "supplier", accountId, sessionId: "lives", supplierId, memberId, role: "OWNER", ip: "127.0.0.1" };
}
