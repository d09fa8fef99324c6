import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { type Customer, holds, type Staff } from "../platform/viewer.js";
import { mustBeScans } from "./contract.js";
import { contractById, moveContract } from "./contract.store.js";
import { contractFacts } from "./facts.js";

export interface UploadSignedContract {
  readonly contractId: string;
  readonly version: number;
  /** Photos, scans or one PDF of all signed pages, uploaded by the same person for this purpose. */
  readonly fileIds: readonly string[];
  readonly idempotencyKey: string;
}

/**
 * The signed contract comes back: its customer uploads photos or scans, or staff do who got the paper. What was uploaded
 * before is replaced, and a verifier has it in the queue. Refuses NOT_FOUND (also another's contract or file),
 * STALE_VERSION, INVALID_STATE, VALIDATION.
 */
export async function uploadSignedContract(
  platform: Platform,
  viewer: Customer | Staff,
  upload: UploadSignedContract,
): Promise<void> {
  must(viewer.kind === "customer" || holds(viewer, "contracts.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = upload;
  mustBeScans(input.fileIds);
  await platform.work.once(viewer, { operation: "uploadSignedContract", key, input }, async (tx) => {
    const contract = found(await contractById(tx, input.contractId));
    must(viewer.kind === "staff" || contract.customerId === viewer.accountId, "NOT_FOUND");
    must(contract.version === input.version, "STALE_VERSION");
    await platform.files.mine(tx, input.fileIds, viewer.accountId, "CONTRACT");
    await moveContract(tx, contract, "UPLOAD", {
      scanIds: [...input.fileIds],
      uploadedBy: viewer.accountId,
      uploadedByStaff: viewer.kind === "staff",
      uploadedAt: tx.now,
      rejectReason: null,
    });
    const by = viewer.kind === "staff" ? "STAFF" : "CUSTOMER";
    tx.record(contractFacts.uploaded(contract, { by, count: input.fileIds.length }), queuesMoved);
    return {};
  });
}
