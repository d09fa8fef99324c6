import { shortText } from "./beijing.js";
import type { Line, Saying } from "./saying.js";
import { plain } from "./text.js";

/** What waits for a member's supplier. */
export interface SupplierWork {
  readonly accountId: string;
  readonly supplierName: string;
  readonly offers: number;
  /** The offers that end first. */
  readonly next: readonly { readonly ticketId: string; readonly itemName: string; readonly expiresAt: number }[];
  readonly active: number;
  readonly rework: number;
  readonly rejectedReports: number;
}

/** What a member of a supplier reads: offers to answer with their ends, and what is at work. */
export function supplierSaying(work: SupplierWork): Saying {
  const { accountId } = work;
  const offers = work.next.map(({ ticketId, itemName, expiresAt }): Line => {
    const text = `· ${plain(itemName, 20)}（${shortText(expiresAt)} 前回复） `;
    const path = `/supplier/offers/${ticketId}`;
    return { text, link: { label: "去接单", audience: "SUPPLIER", path, accountId } };
  });
  const counts = [`进行中 ${work.active}`, `需返工 ${work.rework}`, `进度待补充 ${work.rejectedReports}`].join(" · ");
  const lines = [`【${plain(work.supplierName, 30)}】工作台`, `待接单 ${work.offers} · ${counts}`, ...offers];
  const link = { label: "打开工作台", audience: "SUPPLIER" as const, path: "/supplier/", accountId };
  return { lines, foot: [{ text: "", link }] };
}

/** The queues as staff know them, in the order of the day's work. A queue they may not read counts 0. */
export function queuesOf(counts: {
  readonly paymentsToConfirm: number;
  readonly needsHuman: number;
  readonly reportsToReview: number;
  readonly workToApprove: number;
  readonly applications: number;
  readonly proposedServices: number;
  readonly certificatesToVerify: number;
  readonly deadLetters: number;
}): StaffWork["queues"] {
  return [
    { name: "待确认到账", count: counts.paymentsToConfirm },
    { name: "需人工派单", count: counts.needsHuman },
    { name: "待审核进度", count: counts.reportsToReview },
    { name: "待审核交付", count: counts.workToApprove },
    { name: "入驻申请", count: counts.applications },
    { name: "服务报价", count: counts.proposedServices },
    { name: "待核验证书", count: counts.certificatesToVerify },
    { name: "失败的投递", count: counts.deadLetters },
  ];
}

/** What waits for staff; only what this person may read is told. */
export interface StaffWork {
  readonly accountId: string;
  readonly queues: readonly { readonly name: string; readonly count: number }[];
}

export function staffSaying({ accountId, queues }: StaffWork): Saying {
  const waiting = queues.filter(({ count }) => count > 0);
  const told = waiting.map(({ name, count }) => `· ${name} ${count >= 1_000 ? "1000+" : count}`);
  const link = { label: "打开管理后台", audience: "STAFF" as const, path: "/admin/", accountId };
  return { lines: ["平台待办：", ...(told.length > 0 ? told : ["暂无待办。"])], foot: [{ text: "", link }] };
}
