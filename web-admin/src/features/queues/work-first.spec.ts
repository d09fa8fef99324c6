import { expect, test } from "vitest";
import { queueList } from "./queue-list";
import { workFirst } from "./work-first";

const none = {
  paymentsToConfirm: 0,
  unidentifiedReceipts: 0,
  mismatchedPayments: 0,
  creditPayouts: 0,
  refundsToMend: 0,
  refundsToAnswer: 0,
  refundsToApprove: 0,
  ordersToAudit: 0,
  amendmentsToAudit: 0,
  changeRequests: 0,
  quotationsToAnswer: 0,
  quotationsToReview: 0,
  contractsToVerify: 0,
  contractsToIssue: 0,
  needsHuman: 0,
  strandedInquiries: 0,
  reportsToReview: 0,
  workToApprove: 0,
  applications: 0,
  proposedServices: 0,
  certificatesToVerify: 0,
  certificatesExpiring: 0,
  statementsToApprove: 0,
  statementsDisputed: 0,
  statementsToPay: 0,
  deadLetters: 0,
};

test("queues with work come before empty ones, each in the order of harm", () => {
  const names = workFirst(queueList, { ...none, applications: 2, needsHuman: 1 }).map(({ name }) => name);
  expect(names).toEqual([
    "needsHuman",
    "applications",
    "paymentsToConfirm",
    "unidentifiedReceipts",
    "mismatchedPayments",
    "creditPayouts",
    "refundsToMend",
    "refundsToAnswer",
    "refundsToApprove",
    "ordersToAudit",
    "amendmentsToAudit",
    "changeRequests",
    "quotationsToAnswer",
    "quotationsToReview",
    "contractsToVerify",
    "contractsToIssue",
    "strandedInquiries",
    "reportsToReview",
    "workToApprove",
    "proposedServices",
    "certificatesToVerify",
    "certificatesExpiring",
    "statementsToApprove",
    "statementsDisputed",
    "statementsToPay",
    "deadLetters",
  ]);
});
