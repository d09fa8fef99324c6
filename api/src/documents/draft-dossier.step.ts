import { accountsById } from "../identity/identity.store.js";
import { type OrderRow, orderById } from "../orders/order.store.js";
import { timelineOf } from "../orders/timeline.js";
import { storiesOf } from "../orders/timeline.store.js";
import type { Tx } from "../platform/tx.js";
import { booksOf } from "./books.step.js";
import { dossierData } from "./dossier.js";
import type { FormSubject } from "./form.js";
import { formsOf } from "./form.store.js";
import type { IssueForm } from "./issue-form.step.js";
import { runningOf } from "./money-flow.js";

/** An order's dossier as of now: ORDER for its customer to read, ORDER_INSIDE for staff alone. */
export async function draftDossier(tx: Tx, subject: FormSubject): Promise<IssueForm | null> {
  const order = await orderById(tx, subject.id);
  if (!order) return null;
  const reader = subject.kind === "ORDER" ? "CUSTOMER" : "STAFF";
  const books = (await booksOf(tx, [order.id])).get(order.id) ?? [];
  const forms = ((await formsOf(tx, [order.id])).get(order.id) ?? []).filter(
    ({ code, customerId }) => code !== "DOSSIER" && (reader === "STAFF" || customerId === order.customerId),
  );
  const data = dossierData(order, {
    reader,
    at: tx.now,
    entries: await entriesOf(tx, order, reader),
    steps: runningOf(books, order.total),
    forms: forms.toReversed(),
  });
  const customerId = reader === "CUSTOMER" ? order.customerId : null;
  return { code: "DOSSIER", subject, orderId: order.id, customerId, data };
}

const sides = { CUSTOMER: "客户", SUPPLIER: "服务商", STAFF: "平台" } as const;

/** The story with whose deed each was: by side for the customer, by name for staff. */
async function entriesOf(tx: Tx, order: OrderRow, reader: "CUSTOMER" | "STAFF") {
  const facts = (await storiesOf(tx, [order.id])).get(order.id) ?? [];
  const actors = new Map(facts.map(({ streamSeq, actorId }) => [streamSeq, actorId]));
  const ids = [...new Set(facts.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])))];
  const accounts = await accountsById(tx, ids);
  return timelineOf(facts, reader).map((entry) => {
    const account = accounts.get(actors.get(entry.seq) ?? "");
    const side = account ? sides[account.audience] : "系统";
    return { ...entry, who: reader === "STAFF" && account ? `${side} ${account.displayName}` : side };
  });
}
