import { HOUR } from "../kernel/clock.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export const contractStateNames = [
  "DRAFT",
  "ISSUED",
  "SIGNED_UPLOADED",
  "REJECTED",
  "VERIFIED",
  "FULFILLED",
  "TERMINATED",
] as const;
export type ContractState = (typeof contractStateNames)[number];
export type ContractVerb = "ISSUE" | "UPLOAD" | "VERIFY" | "REJECT" | "FULFIL" | "TERMINATE";

/**
 * The life of an order's contract 合同: made with the order, issued as a PDF, signed on paper, uploaded, verified by
 * another person. It may be issued anew until the signed one is with the verifier, and it ends with its order.
 */
export const contractLife = stateTable<ContractState, ContractVerb>("contract", "DRAFT", {
  DRAFT: { ISSUE: "ISSUED", TERMINATE: "TERMINATED" },
  ISSUED: { ISSUE: "ISSUED", UPLOAD: "SIGNED_UPLOADED", TERMINATE: "TERMINATED" },
  SIGNED_UPLOADED: { UPLOAD: "SIGNED_UPLOADED", VERIFY: "VERIFIED", REJECT: "REJECTED", TERMINATE: "TERMINATED" },
  REJECTED: { ISSUE: "ISSUED", UPLOAD: "SIGNED_UPLOADED", TERMINATE: "TERMINATED" },
  VERIFIED: { FULFIL: "FULFILLED", TERMINATE: "TERMINATED" },
  FULFILLED: {},
  TERMINATED: {},
});

/** Pages of a signed contract, photographed or scanned; a PDF of all of them counts as one. */
const SCAN_LIMIT = 20;

/** Refuses VALIDATION for no scan at all and for more than twenty. */
export function mustBeScans(fileIds: readonly string[]): void {
  must(fileIds.length > 0, "VALIDATION", { field: "fileIds" });
  must(fileIds.length <= SCAN_LIMIT, "VALIDATION", { field: "fileIds", max: SCAN_LIMIT });
}

/** What a verifier read on the signed paper. */
export interface ReadOnPaper {
  /** Which issue of the contract was signed; printed nowhere else than in its number of the issue. */
  readonly revision: number;
  /** The amount that stands there. */
  readonly amount: Fen;
  /** From when it counts, YYYY-MM-DD. */
  readonly effectiveOn: string;
}

interface Verifiable {
  readonly revision: number;
  readonly amount: Fen | null;
  readonly issuedAt: number | null;
  readonly uploadedBy: string | null;
}

/**
 * Holds what is verified: the issue that is in force, the amount on the paper, in the contract and of the order the
 * same, a day between the issue and today. Refuses STALE_VERSION, CONTRACT_AMOUNT_DIFFERS and VALIDATION.
 */
export function mustMatch(contract: Verifiable, orderTotal: Fen, paper: ReadOnPaper, now: number): void {
  must(paper.revision === contract.revision, "STALE_VERSION");
  must(paper.amount === contract.amount, "CONTRACT_AMOUNT_DIFFERS", { field: "amount" });
  must(contract.amount === orderTotal, "CONTRACT_AMOUNT_DIFFERS", { total: orderTotal });
  const day = paper.effectiveOn;
  const [first, last] = [dayOf(contract.issuedAt ?? now), dayOf(now)];
  must(day >= first && day <= last, "VALIDATION", { field: "effectiveOn", min: first, max: last });
}

/** Refuses FOUR_EYES to who uploaded the scans, while the policy asks for another person. */
export function mustBeAnother(contract: Verifiable, verifierId: string, fourEyes: boolean): void {
  must(!fourEyes || contract.uploadedBy !== verifierId, "FOUR_EYES");
}

/** The calendar day of an instant in Shanghai, YYYY-MM-DD. */
export function dayOf(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 10);
}

/** What a customer may do with their contract now. */
export function customerVerbs(state: ContractState): ContractVerb[] {
  return contractLife.verbs(state).filter((verb) => verb === "UPLOAD");
}

/** What staff may do with it, by what they may do at all. What follows from the order alone is nobody's button. */
export function staffVerbs(state: ContractState, rights: { manage: boolean; verify: boolean }): ContractVerb[] {
  const may: Readonly<Record<ContractVerb, boolean>> = {
    ISSUE: rights.manage,
    UPLOAD: rights.manage,
    VERIFY: rights.verify,
    REJECT: rights.verify,
    FULFIL: false,
    TERMINATE: false,
  };
  return contractLife.verbs(state).filter((verb) => may[verb]);
}
