import type { Fact } from "../kernel/fact.js";

/** What every fact of a contract tells of it. */
interface AboutContract {
  readonly id: string;
  readonly no: string;
  readonly orderId: string;
}

/** A contract's facts are told on its order's stream: the order's page and its timeline are where people look. */
const told = (kind: string, contract: AboutContract, also: Readonly<Record<string, unknown>> = {}): Fact => ({
  kind,
  stream: `order:${contract.orderId}`,
  payload: { contractId: contract.id, contractNo: contract.no, ...also },
});

/** What happens to the contract of an order. */
export const contractFacts = {
  drafted: (contract: AboutContract): Fact => told("ContractDrafted", contract),
  /** The hash names the very file that was issued; a later issue of the same contract is another revision. */
  issued: (contract: AboutContract, issue: { revision: number; sha256: string }): Fact =>
    told("ContractIssued", contract, issue),
  uploaded: (contract: AboutContract, scans: { by: "CUSTOMER" | "STAFF"; count: number }): Fact =>
    told("ContractUploaded", contract, scans),
  rejected: (contract: AboutContract, reason: string): Fact => told("ContractRejected", contract, { reason }),
  verified: (contract: AboutContract, effectiveOn: string): Fact => told("ContractVerified", contract, { effectiveOn }),
  fulfilled: (contract: AboutContract): Fact => told("ContractFulfilled", contract),
  /** Staff took it back by hand; what begins anew is drafted beside it. */
  voided: (contract: AboutContract, reason: string): Fact => told("ContractVoided", contract, { reason }),
  terminated: (contract: AboutContract): Fact => told("ContractTerminated", contract),
};
