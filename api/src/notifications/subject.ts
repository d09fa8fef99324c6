import type { InstalmentTrigger } from "../catalogue/product.js";
import type { SubjectType } from "./notice.js";

/** What a fact is about, as far as there is such a thing. */
export interface Subject {
  readonly order: {
    readonly id: string;
    readonly no: string;
    readonly customerId: string;
    readonly productTitle: string;
  } | null;
  readonly ticket: {
    readonly id: string;
    readonly no: string;
    readonly itemName: string;
    readonly regionCode: string;
    readonly supplierId: string | null;
    readonly workerId: string | null;
    readonly percent: number;
  } | null;
  readonly instalment: {
    readonly id: string;
    readonly seq: number;
    readonly count: number;
    readonly trigger: InstalmentTrigger;
  } | null;
  readonly offer: { readonly pay: number; readonly expiresAt: number } | null;
  readonly suppliers: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly service: { readonly id: string; readonly itemName: string } | null;
  readonly inquiry: {
    readonly id: string;
    readonly no: string;
    readonly title: string;
    readonly customerId: string;
    readonly regionCode: string;
    readonly deadline: number;
  } | null;
  readonly application: { readonly id: string; readonly no: string; readonly organisation: string } | null;
  readonly quotation: {
    readonly id: string;
    readonly no: string;
    readonly title: string;
    readonly customerId: string;
    /** Who wrote the version that was returned. */
    readonly authorId: string | null;
  } | null;
  /** A product that is reviewed, and who handed it in. */
  readonly product: { readonly id: string; readonly title: string; readonly authorId: string | null } | null;
  readonly accountId: string | null;
}

/** What a notice is about first of all. */
export function subjectOf(subject: Subject): { readonly type: SubjectType; readonly id: string } {
  const { order, ticket, inquiry, quotation, product, service, application, suppliers, accountId } = subject;
  if (ticket) return { type: "TICKET", id: ticket.id };
  if (order) return { type: "ORDER", id: order.id };
  if (inquiry) return { type: "INQUIRY", id: inquiry.id };
  if (application) return { type: "APPLICATION", id: application.id };
  if (service) return { type: "SERVICE", id: service.id };
  if (quotation) return { type: "QUOTATION", id: quotation.id };
  if (product) return { type: "PRODUCT", id: product.id };
  const supplier = suppliers[0];
  if (supplier) return { type: "SUPPLIER", id: supplier.id };
  return { type: "ACCOUNT", id: accountId ?? "" };
}
