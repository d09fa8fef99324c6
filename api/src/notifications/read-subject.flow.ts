import { itemsById } from "../catalogue/item.store.js";
import { attemptById } from "../fulfilment/attempt.store.js";
import { ticketById } from "../fulfilment/ticket.store.js";
import type { RecordedFact } from "../kernel/fact.js";
import { orderById } from "../orders/order.store.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { paymentById } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import { inquiryById } from "../sourcing/inquiry.store.js";
import { applicationById } from "../suppliers/application.store.js";
import { serviceById } from "../suppliers/service.store.js";
import { suppliersById } from "../suppliers/supplier.store.js";
import type { Subject } from "./subject.js";

/** Reads what a fact is about: the thing its stream names and the things its payload names, one statement each. */
export async function readSubject(platform: Platform, fact: RecordedFact): Promise<Subject> {
  const { read } = platform.database;
  const [kind = "", ...rest] = fact.stream.split(":");
  const owner = rest.join(":");
  const id = (key: string): string | null => {
    const value = fact.payload[key];
    return typeof value === "string" ? value : null;
  };
  const ticket = await orNull(id("ticketId"), (one) => ticketById(read, one));
  return {
    order: kind === "order" ? ((await orderById(read, owner)) ?? null) : null,
    ticket,
    instalment: await readInstalment(read, owner, { instalmentId: id("instalmentId"), paymentId: id("paymentId") }),
    offer: await orNull(id("attemptId"), (one) => attemptById(read, one)),
    suppliers: await readSuppliers(read, kind === "supplier" ? owner : null, fact, ticket?.supplierId ?? null),
    service: await orNull(id("serviceId"), (one) => readService(read, one)),
    inquiry: await orNull(id("inquiryId"), (one) => inquiryById(read, one)),
    application: kind === "application" ? ((await applicationById(read, owner)) ?? null) : null,
    quotation: kind === "quotation" ? quotationOf(owner, fact) : null,
    product: kind === "product" ? productOf(owner, fact) : null,
    accountId: kind === "account" ? owner : null,
  };
}

async function orNull<Row>(
  id: string | null,
  load: (id: string) => Promise<Row | null | undefined>,
): Promise<Row | null> {
  return id === null ? null : ((await load(id)) ?? null);
}

/** The instalment that is due or was paid, and which of how many it is. */
async function readInstalment(
  read: Sql,
  orderId: string,
  about: { readonly instalmentId: string | null; readonly paymentId: string | null },
): Promise<Subject["instalment"]> {
  if (about.instalmentId === null && about.paymentId === null) return null;
  const payment = await orNull(about.paymentId, (one) => paymentById(read, one));
  const all = await instalmentsOf(read, [orderId]);
  const instalment = all.find(({ id }) => id === (about.instalmentId ?? payment?.instalmentId));
  return instalment ? { id: instalment.id, seq: instalment.seq, count: all.length, trigger: instalment.trigger } : null;
}

/** Whom the fact concerns among the suppliers: whose stream it is, whom it names, or who does the ticket's work. */
async function readSuppliers(
  read: Sql,
  owner: string | null,
  { payload }: RecordedFact,
  worksOnIt: string | null,
): Promise<Subject["suppliers"]> {
  const named = [payload["supplierIds"], payload["supplierId"]].flat().filter((id) => typeof id === "string");
  const ids = owner !== null ? [owner] : named.length > 0 ? named : worksOnIt !== null ? [worksOnIt] : [];
  return ids.length > 0 ? [...(await suppliersById(read, ids)).values()] : [];
}

async function readService(read: Sql, id: string): Promise<Subject["service"]> {
  const service = await serviceById(read, id);
  if (!service) return null;
  const item = (await itemsById(read, [service.itemId])).get(service.itemId);
  return { id, itemName: item?.name ?? "" };
}

const textIn = ({ payload }: RecordedFact, key: string): string | null => {
  const value = payload[key];
  return typeof value === "string" ? value : null;
};

/** Facts of a quotation tell what it is: no row has to be read. */
function quotationOf(id: string, fact: RecordedFact): Subject["quotation"] {
  const text = (key: string): string => textIn(fact, key) ?? "";
  const authorId = textIn(fact, "authorId");
  return { id, no: text("no"), title: text("title"), customerId: text("customerId"), authorId };
}

/** The facts of a review tell which product it is of; others of its stream are told to nobody. */
function productOf(id: string, fact: RecordedFact): Subject["product"] {
  return { id, title: textIn(fact, "title") ?? "", authorId: textIn(fact, "authorId") };
}
