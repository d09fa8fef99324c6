import type { Permission } from "../platform/viewer.js";
import type { NoticeKind } from "./notice.js";

/**
 * Who hears. customer: the order's or the quotation's. author: who asked for the review of the quotation or the product. account: whose stream it is. applicant: by letter only. supplier:owner: the founder;
 * supplier:dispatch: owners and dispatchers; supplier:worker: who does the work, else as dispatch; supplier:money: owners and finance. staff: who may do it.
 */
export type Hearers =
  | "customer"
  | "author"
  | "account"
  | "applicant"
  | "supplier:owner"
  | "supplier:dispatch"
  | "supplier:worker"
  | "supplier:money"
  | `staff:${Permission}`;

/** One notice that a fact makes. */
export interface Telling {
  readonly to: Hearers;
  readonly kind: NoticeKind;
}

/** Why nobody is told. */
export interface Silence {
  readonly silent: string;
}

export type Route = Telling | readonly Telling[] | Silence;

export const tell = (to: Hearers, kind: NoticeKind): Telling => ({ to, kind });
export const silent = (reason: string): Silence => ({ silent: reason });

export function tellingsOf(route: Route): readonly Telling[] {
  if ("silent" in route) return [];
  return Array.isArray(route) ? route : [route as Telling];
}
