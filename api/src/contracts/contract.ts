import { dayOf } from "../kernel/day.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";

export const contractStateNames = [
  "DRAFT",
  "ISSUED",
  "SIGNED_UPLOADED",
  "REJECTED",
  "VERIFIED",
  "ADDENDUM_NEEDED",
  "FULFILLED",
  "TERMINATED",
] as const;
export type ContractState = (typeof contractStateNames)[number];
export type ContractVerb =
  | "ISSUE"
  | "UPLOAD"
  | "VERIFY"
  | "REJECT"
  | "VOID"
  | "START_ADDENDUM"
  | "RENEW"
  | "FULFIL"
  | "TERMINATE";

/**
 * The life of an order's contract 合同: made with the order, issued as a PDF, signed on paper, uploaded, verified by
 * another person. It may be issued anew until the signed one is with the verifier, and it ends with its order. One that is
 * in force and says another amount than its order needs an addendum 补充协议, a paper of the same kind with a life of its
 * own; when that is in force, so is the contract again.
 */
export const contractLife = stateTable<ContractState, ContractVerb>("contract", "DRAFT", {
  DRAFT: { ISSUE: "ISSUED", TERMINATE: "TERMINATED" },
  ISSUED: { ISSUE: "ISSUED", UPLOAD: "SIGNED_UPLOADED", VOID: "TERMINATED", TERMINATE: "TERMINATED" },
  SIGNED_UPLOADED: {
    UPLOAD: "SIGNED_UPLOADED",
    VERIFY: "VERIFIED",
    REJECT: "REJECTED",
    VOID: "TERMINATED",
    TERMINATE: "TERMINATED",
  },
  REJECTED: { ISSUE: "ISSUED", UPLOAD: "SIGNED_UPLOADED", VOID: "TERMINATED", TERMINATE: "TERMINATED" },
  VERIFIED: { START_ADDENDUM: "ADDENDUM_NEEDED", VOID: "TERMINATED", FULFIL: "FULFILLED", TERMINATE: "TERMINATED" },
  ADDENDUM_NEEDED: {
    START_ADDENDUM: "ADDENDUM_NEEDED",
    RENEW: "VERIFIED",
    FULFIL: "FULFILLED",
    TERMINATE: "TERMINATED",
  },
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
  /** Whether every page is there. */
  readonly allPages: boolean;
  /** Whether it is signed or sealed, and dated, wherever it should be. */
  readonly signedAndSealed: boolean;
}

interface Verifiable {
  readonly revision: number;
  readonly amount: Fen | null;
  readonly issuedAt: number | null;
  readonly issuedBy: string | null;
  readonly uploadedBy: string | null;
}

/**
 * Holds what is verified: the issue that is in force, the amount on the paper, in the contract and of the order the
 * same, a day between the issue and today, all pages there and signed. Refuses STALE_VERSION, CONTRACT_AMOUNT_DIFFERS
 * and VALIDATION.
 */
export function mustMatch(contract: Verifiable, orderTotal: Fen, paper: ReadOnPaper, now: number): void {
  must(paper.revision === contract.revision, "STALE_VERSION");
  must(paper.allPages, "VALIDATION", { field: "allPages" });
  must(paper.signedAndSealed, "VALIDATION", { field: "signedAndSealed" });
  must(paper.amount === contract.amount, "CONTRACT_AMOUNT_DIFFERS", { field: "amount" });
  must(contract.amount === orderTotal, "CONTRACT_AMOUNT_DIFFERS", { total: orderTotal });
  const day = paper.effectiveOn;
  const [first, last] = [dayOf(contract.issuedAt ?? now), dayOf(now)];
  must(day >= first && day <= last, "VALIDATION", { field: "effectiveOn", min: first, max: last });
}

/** Refuses FOUR_EYES to who issued it or uploaded the scans, while the policy asks for another person. */
export function mustBeAnother(contract: Verifiable, verifierId: string, fourEyes: boolean): void {
  must(!fourEyes || ![contract.issuedBy, contract.uploadedBy].includes(verifierId), "FOUR_EYES");
}

interface Paper {
  readonly id: string;
  readonly state: ContractState;
  readonly addendumOf: string | null;
  readonly amount: Fen | null;
}

/** The contract among the papers of one order, as a list of one or none: the last one that is no addendum. */
export function contractAmong<P extends Paper>(papers: readonly P[]): P[] {
  return papers.filter(({ addendumOf }) => addendumOf === null).slice(-1);
}

/** The addenda of a contract among its order's papers, in the order they were begun. */
export function addendaAmong<P extends Paper>(papers: readonly P[], contractId: string): P[] {
  return papers.filter(({ addendumOf }) => addendumOf === contractId);
}

/** What was agreed last on signed paper: by the contract, or by its last addendum in force; null before. */
export function agreedAmount(papers: readonly Paper[]): Fen | null {
  const [contract] = contractAmong(papers);
  if (!contract || !inForce(contract.state)) return null;
  const last = addendaAmong(papers, contract.id).findLast(({ state }) => inForce(state));
  return (last ?? contract).amount;
}

/**
 * Where an order stands with its papers: the addendum that is under way while one is needed, else the contract; null for
 * an order without one.
 */
export function standingOf(papers: readonly Paper[]): ContractState | null {
  const [contract] = contractAmong(papers);
  if (contract?.state !== "ADDENDUM_NEEDED") return contract?.state ?? null;
  return addendaAmong(papers, contract.id).findLast(({ state }) => isOpen(state))?.state ?? "DRAFT";
}

/** Whether a paper still has to be issued, signed or verified. */
export function isOpen(state: ContractState): boolean {
  return !inForce(state) && state !== "TERMINATED";
}

const inForce = (state: ContractState): boolean => ["VERIFIED", "ADDENDUM_NEEDED", "FULFILLED"].includes(state);

/** What a customer may do with their contract now. */
export function customerVerbs(state: ContractState): ContractVerb[] {
  return contractLife.verbs(state).filter((verb) => verb === "UPLOAD");
}

/**
 * Whether staff may void a paper by hand: a contract until the work begins, which it could not undo; an addendum until it
 * is in force. `delivering` is whether the order's work has begun.
 */
export function mayVoid(paper: { state: ContractState; addendumOf: string | null }, delivering: boolean): boolean {
  if (!contractLife.allows(paper.state, "VOID")) return false;
  return paper.addendumOf === null ? !delivering : paper.state !== "VERIFIED";
}

/**
 * What staff may do with a paper, by what they may do at all. What follows from the order alone is nobody's button; whether
 * the work has begun is asked when it is voided.
 */
export function staffVerbs(
  { state, addendumOf }: { readonly state: ContractState; readonly addendumOf: string | null },
  rights: { readonly manage: boolean; readonly verify: boolean },
): ContractVerb[] {
  const may: Readonly<Record<ContractVerb, boolean>> = {
    ISSUE: rights.manage,
    UPLOAD: rights.manage,
    VERIFY: rights.verify,
    REJECT: rights.verify,
    VOID: rights.manage && rights.verify && mayVoid({ state, addendumOf }, false),
    START_ADDENDUM: rights.manage && addendumOf === null,
    RENEW: false,
    FULFIL: false,
    TERMINATE: false,
  };
  return contractLife.verbs(state).filter((verb) => may[verb]);
}
