import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { dayAfter, isDay, startOfDay } from "./calendar.js";

export type CertificateState = "SUBMITTED" | "VERIFIED" | "RETURNED" | "WITHDRAWN" | "REPLACED" | "EXPIRED";
type CertificateVerb = "VERIFY" | "RETURN" | "WITHDRAW" | "REPLACE" | "EXPIRE";

/** REPLACE is done by a later paper of the same kind that is verified, EXPIRE by the day after its last. */
export const certificateLife = stateTable<CertificateState, CertificateVerb>("certificate", "SUBMITTED", {
  SUBMITTED: { VERIFY: "VERIFIED", RETURN: "RETURNED", WITHDRAW: "WITHDRAWN" },
  VERIFIED: { REPLACE: "REPLACED", EXPIRE: "EXPIRED" },
  RETURNED: {},
  WITHDRAWN: {},
  REPLACED: {},
  EXPIRED: {},
});

/** The kinds of papers the platform knows by name; an item may require others by their code. */
export const certificateKinds = [
  "ELECTRICIAN",
  "PLUMBING",
  "CONSTRUCTION",
  "BOOKKEEPING_AGENCY",
  "TRADEMARK_AGENCY",
  "SEAL_MAKING",
  "HOUSEKEEPING",
  "REFRIGERATION",
  "FOOD_HYGIENE",
  "LIABILITY_INSURANCE",
] as const;

/** What a supplier says of a paper it uploads. */
export interface CertificateSpec {
  readonly kind: string;
  readonly no: string;
  /** The last day it is valid, YYYY-MM-DD. */
  readonly expiresOn: string;
  readonly fileId: string;
}

/** Checks a paper. Refuses VALIDATION for an unknown form of kind or day, and for one whose last day is over. */
export function cleanCertificate(spec: CertificateSpec, today: string): CertificateSpec {
  const kind = cleanKind(spec.kind);
  must(isDay(spec.expiresOn) && spec.expiresOn >= today, "VALIDATION", { field: "expiresOn", min: today });
  return { kind, no: cleanText(spec.no, "no", 60), expiresOn: spec.expiresOn, fileId: spec.fileId };
}

/** The code of a kind in its one form. Refuses VALIDATION. */
export function cleanKind(kind: string): string {
  const clean = kind.trim().toUpperCase();
  must(/^[A-Z][A-Z0-9_]{1,39}$/.test(clean), "VALIDATION", { field: "kind" });
  return clean;
}

/** A supplier is warned so many days before the last day of a paper; 0 is the last day itself. */
export const warningDays = [30, 7, 0] as const;

/** When the next thing happens to a verified paper after `now`: a warning with the days left, or its end. */
export function nextMoment(expiresOn: string, now: number): { readonly at: number; readonly daysLeft: number } | null {
  const lastDay = startOfDay(expiresOn);
  const moments = [
    ...warningDays.map((daysLeft) => ({ at: lastDay - daysLeft * DAY, daysLeft: daysLeft as number })),
    { at: endOf(expiresOn), daysLeft: -1 },
  ];
  return moments.find(({ at }) => at > now) ?? null;
}

/** The instant from which a paper is no longer valid. */
export function endOf(expiresOn: string): number {
  return startOfDay(dayAfter(expiresOn));
}

/** How many whole days are left on `today`; 0 on the last day, negative after it. */
export function daysLeft(expiresOn: string, today: string): number {
  return Math.round((startOfDay(expiresOn) - startOfDay(today)) / DAY);
}
