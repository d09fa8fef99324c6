import { DAY } from "../kernel/clock.js";
import { dayOf } from "../kernel/day.js";
import type { Platform } from "../platform/platform.js";
import type { Staff } from "../platform/viewer.js";

import { saveSupplierCalendar } from "../suppliers/save-calendar.flow.js";
import { submitCertificate } from "../suppliers/submit-certificate.flow.js";
import { verifyCertificate } from "../suppliers/verify-certificate.flow.js";
import type { Trade } from "./trade.js";

/** Who has which paper and how long it is still valid, in days from the demo's now; the last one waits for staff. */
const papers = [
  { supplier: "jiangxin", kind: "电工证", no: "湘电 2023-04127", days: 320, verified: true },
  { supplier: "xiangshui", kind: "电工证", no: "湘电 2022-11863", days: 21, verified: true },
  { supplier: "liangjie", kind: "家政从业健康证", no: "长卫健 2026-0875", days: 360, verified: false },
] as const;

/** Papers that items require, one of which runs out soon, and the weeks and holidays of those who keep a calendar. */
export async function handInPapers(platform: Platform, trade: Trade, reviewer: Staff, now: number): Promise<void> {
  for (const [index, { supplier, kind, no, days, verified }] of papers.entries()) {
    const owner = trade.owner(supplier);
    const fileId = await trade.photo(owner, "CERTIFICATE", "licence", index + 3);
    const paper = { kind, no, expiresOn: dayOf(now + days * DAY), fileId };
    const { certificateId } = await submitCertificate(platform, owner, { paper, idempotencyKey: trade.key() });
    if (verified) await verifyCertificate(platform, reviewer, { certificateId, version: 1 });
  }
  const rest = [14, 15].map((days) => ({ day: dayOf(now + days * DAY), perDay: 0, note: "班组培训" }));
  const week = { workdays: [1, 2, 3, 4, 5, 6], days: rest, perDay: 8 };
  await saveSupplierCalendar(platform, trade.owner("xiangshui"), { itemId: null, version: 0, calendar: week });
}
