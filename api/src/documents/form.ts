import { stateTable } from "../kernel/state-table.js";

/** Every kind of form that a trade makes. */
export const formCodes = [
  "ORDER_CONFIRMATION",
  "QUOTATION",
  "CONTRACT",
  "ADVANCE_RECEIPT",
  "ON_BEHALF_RECEIPT",
  "INSTALMENT_PLAN",
  "REFUND",
  "COMBINED_PAYMENT",
  "CHANGE",
  "TICKET",
  "ACCEPTANCE",
  "SETTLEMENT",
  "INVOICE_REQUEST",
  "DOSSIER",
] as const;
export type FormCode = (typeof formCodes)[number];

/** What stands at the head of each unless staff word it otherwise. */
export const formTitles: Readonly<Record<FormCode, string>> = {
  ORDER_CONFIRMATION: "订单确认单",
  QUOTATION: "报价单",
  CONTRACT: "合同登记单",
  ADVANCE_RECEIPT: "预收款收据",
  ON_BEHALF_RECEIPT: "代收款凭证",
  INSTALMENT_PLAN: "分期付款计划表",
  REFUND: "退款单",
  COMBINED_PAYMENT: "组合收款明细",
  CHANGE: "订单变更单",
  TICKET: "服务单",
  ACCEPTANCE: "验收单",
  SETTLEMENT: "服务商结算单",
  INVOICE_REQUEST: "开票申请单",
  DOSSIER: "交易全程表单",
};

export const formStates = ["ISSUED", "SUPERSEDED", "VOID"] as const;
export type FormState = (typeof formStates)[number];
export type FormVerb = "SUPERSEDE" | "VOID";

/** An issued form never changes: another takes its place, or it is declared void. */
export const formLife = stateTable<FormState, FormVerb>("form", "ISSUED", {
  ISSUED: { SUPERSEDE: "SUPERSEDED", VOID: "VOID" },
  SUPERSEDED: {},
  VOID: {},
});

/** What a form is about, such as a payment or a ticket: one form of a code for each, in versions. */
export const formSubjects = [
  "ORDER",
  "ORDER_INSIDE",
  "CONTRACT",
  "PAYMENT",
  "INSTALMENT",
  "REFUND",
  "AMENDMENT",
  "TICKET",
  "STATEMENT",
  "INVOICE",
] as const;
export interface FormSubject {
  readonly kind: (typeof formSubjects)[number];
  readonly id: string;
}

/** How much of the content's fingerprint the QR code carries: nobody guesses 64 bits. */
export const PROOF_LENGTH = 16;

export const proofOf = (hash: string): string => hash.slice(0, PROOF_LENGTH);

/** Whether what somebody reads off the paper is the beginning of the fingerprint, at least as long as the printed one. */
export function proves(hash: string, told: string): boolean {
  const clean = told.trim().toLowerCase();
  return clean.length >= PROOF_LENGTH && hash.startsWith(clean);
}
