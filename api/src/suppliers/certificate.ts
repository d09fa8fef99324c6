import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { dayAfter, startOfDay } from "../kernel/day.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { isDay } from "./calendar.js";

export type CertificateState = "SUBMITTED" | "VERIFIED" | "RETURNED" | "WITHDRAWN" | "REPLACED" | "EXPIRED";
type CertificateVerb = "VERIFY" | "RETURN" | "WITHDRAW" | "REPLACE" | "EXPIRE";

/** REPLACE is done by a later paper of the same kind that is verified, EXPIRE by the day after its last. */
export const certificateLife = stateTable<CertificateState, CertificateVerb>("certificate", "SUBMITTED", {
  SUBMITTED: { VERIFY: "VERIFIED", RETURN: "RETURNED", WITHDRAW: "WITHDRAWN" },
  VERIFIED: { RETURN: "RETURNED", REPLACE: "REPLACED", EXPIRE: "EXPIRED" },
  RETURNED: {},
  WITHDRAWN: {},
  REPLACED: {},
  EXPIRED: {},
});

/** What a supplier says of a paper it uploads. */
export interface CertificateSpec {
  /** Which paper, in the words that items require it by. */
  readonly kind: string;
  readonly no: string;
  /** The last day it is valid, YYYY-MM-DD. */
  readonly expiresOn: string;
  readonly fileId: string;
}

/** Checks a paper. Refuses VALIDATION for a day that is none, and for one whose last day is over. */
export function cleanCertificate(spec: CertificateSpec, today: string): CertificateSpec {
  must(isDay(spec.expiresOn) && spec.expiresOn >= today, "VALIDATION", { field: "expiresOn", min: today });
  const kind = cleanText(spec.kind, "kind", 40);
  return { kind, no: cleanText(spec.no, "no", 60), expiresOn: spec.expiresOn, fileId: spec.fileId };
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
