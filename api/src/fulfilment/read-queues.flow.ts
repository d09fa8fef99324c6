import { countWaitingContracts } from "../contracts/contract.store.js";
import { dayOf } from "../kernel/day.js";
import { countOrderQueues } from "../orders/audit-queues.store.js";
import { countMoneyQueues } from "../payments/money-queues.store.js";
import { countDeadLetters } from "../platform/dead-letter.store.js";
import { lastSeqOf } from "../platform/facts.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Permission, type Viewer } from "../platform/viewer.js";
import { countWaitingQuotations } from "../quotations/quotation-read.store.js";
import { countStranded } from "../sourcing/inquiry.store.js";
import { countWaitingCertificates } from "../suppliers/certificate.store.js";
import { countSentIn } from "../suppliers/supplier-queues.store.js";
import { countReportsToReview } from "./report.store.js";
import { countTickets } from "./ticket.store.js";

/** Queues are counted up to this; more is shown as "1000+". */
const CAP = 1_000;

export interface Queues {
  readonly seq: number;
  readonly applications: number;
  readonly proposedServices: number;
  readonly strandedInquiries: number;
  readonly quotationsToAnswer: number;
  readonly quotationsToReview: number;
  readonly certificatesToVerify: number;
  readonly certificatesExpiring: number;
  readonly contractsToIssue: number;
  readonly contractsToVerify: number;
  readonly paymentsToConfirm: number;
  readonly unidentifiedReceipts: number;
  readonly mismatchedPayments: number;
  readonly deniedCollections: number;
  readonly creditPayouts: number;
  readonly ordersToAudit: number;
  readonly amendmentsToAudit: number;
  readonly changeRequests: number;
  readonly refundsToAnswer: number;
  readonly refundsToApprove: number;
  readonly refundsToMend: number;
  readonly needsHuman: number;
  readonly reportsToReview: number;
  readonly workToApprove: number;
  readonly deadLetters: number;
}

/**
 * What waits for staff, as far as this viewer may read it; 0 for the rest. Twelve statements at most. The number of the
 * stream is read first: what moves meanwhile is told again, never lost.
 */
export async function readQueues(platform: Platform, viewer: Viewer): Promise<Queues> {
  const { read } = platform.database;
  const seq = (await lastSeqOf(read, ["staff:queues"])).get("staff:queues") ?? 0;
  const count = async (permission: Permission, ask: () => Promise<number>): Promise<number> =>
    holds(viewer, permission) ? ask() : 0;
  const known = (permission: Permission, waiting: number): number => (holds(viewer, permission) ? waiting : 0);
  const quotations = await countWaitingQuotations(read);
  const contracts = await countWaitingContracts(read, CAP);
  const sentIn = await countSentIn(read);
  const money = await countMoneyQueues(read, CAP);
  const orders = await countOrderQueues(read, CAP);
  const tickets = await countTickets(read, ["NEEDS_HUMAN", "DELIVERED"]);
  const today = dayOf(platform.clock.now());
  const papers = holds(viewer, "suppliers.review") ? await countWaitingCertificates(read, today, CAP) : undefined;
  return {
    seq,
    applications: known("suppliers.review", sentIn.applications),
    proposedServices: known("suppliers.review", sentIn.services),
    strandedInquiries: await count("sourcing.read", () => countStranded(read, CAP)),
    quotationsToAnswer: known("quotations.manage", quotations.toAnswer),
    quotationsToReview: known("quotations.review", quotations.toReview),
    certificatesToVerify: papers?.toVerify ?? 0,
    certificatesExpiring: papers?.expiring ?? 0,
    contractsToIssue: known("contracts.manage", contracts.toIssue),
    contractsToVerify: known("contracts.verify", contracts.toVerify),
    paymentsToConfirm: known("payments.read", money.slips),
    unidentifiedReceipts: known("payments.read", money.unidentified),
    mismatchedPayments: known("payments.read", money.mismatched),
    deniedCollections: known("payments.read", money.denied),
    creditPayouts: known("payments.read", money.creditPayouts),
    ordersToAudit: known("orders.audit", orders.orders),
    amendmentsToAudit: known("orders.audit", orders.amendments),
    changeRequests: known("orders.edit", orders.requests),
    refundsToAnswer: known("refunds.read", money.refundsAsked),
    refundsToApprove: known("refunds.approve", money.refundsAgreed),
    refundsToMend: known("refunds.read", money.refundsFailed),
    needsHuman: await count("tickets.read", async () => tickets.get("NEEDS_HUMAN") ?? 0),
    reportsToReview: await count("progress.review", () => countReportsToReview(read)),
    workToApprove: await count("tickets.read", async () => tickets.get("DELIVERED") ?? 0),
    deadLetters: await count("operations.manage", () => countDeadLetters(read)),
  };
}
