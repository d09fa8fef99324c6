import type { PdfDocument } from "../kernel/document.js";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { componentsOf, type OrderRow, orderById } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import type { PreparedFile } from "../platform/files.js";
import { makePdf } from "../platform/pdf.js";
import type { Platform } from "../platform/platform.js";
import { fingerprint } from "../platform/signing.js";
import type { Sql } from "../platform/sql.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { regionOf } from "../suppliers/region.js";
import { contractLife } from "./contract.js";
import { type ContractRow, contractById, moveContract } from "./contract.store.js";
import { contractFacts } from "./facts.js";
import { type Agreed, fillTemplate } from "./fill.js";
import { mustBeTemplate } from "./template.js";
import { wordingInForce } from "./template.store.js";

export interface IssueContract {
  readonly contractId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * Staff issue the contract of an order: its template's newest wording is filled with what was agreed, made into a PDF
 * and kept with its hash; the customer is told to sign it. Again until the signed one is uploaded: each time is another
 * revision, and only the last one can be verified.
 *
 * Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE (also when the order is closed) and CONTRACT_TEMPLATE_MISSING.
 */
export async function issueContract(platform: Platform, viewer: Viewer, issue: IssueContract): Promise<void> {
  must(holds(viewer, "contracts.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...input } = issue;
  // Made before the transaction, which must not wait for a tenth of a second of drawing; the version keeps both together.
  const made = await makeIssue(platform, input);
  await platform.work.once(viewer, { operation: "issueContract", key, input }, async (tx) => {
    const contract = found(await contractById(tx, input.contractId));
    must(contract.version === input.version && made !== null, "STALE_VERSION");
    const { templateVersionId, amount, document, file } = made;
    await platform.files.adopt(tx, file);
    const revision = contract.revision + 1;
    const paper = { templateVersionId, amount, document, pdfFileId: file.id, sha256: file.sha256 };
    const issuedBy = "accountId" in viewer ? viewer.accountId : null;
    const anew = {
      issuedBy,
      scanIds: [],
      uploadedBy: null,
      uploadedByStaff: false,
      uploadedAt: null,
      rejectReason: null,
    };
    await moveContract(tx, contract, "ISSUE", { ...paper, ...anew, revision, issuedAt: document.madeAt });
    tx.record(contractFacts.issued(contract, { revision, sha256: file.sha256 }), queuesMoved);
    return {};
  });
}

interface MadeIssue {
  readonly templateVersionId: string;
  readonly amount: Fen;
  readonly document: PdfDocument;
  readonly file: PreparedFile;
}

/** The document of the contract's next issue, stored; null when the contract moved since the caller saw it. */
async function makeIssue(
  platform: Platform,
  { contractId, version }: { readonly contractId: string; readonly version: number },
): Promise<MadeIssue | null> {
  const { read } = platform.database;
  const contract = found(await contractById(read, contractId));
  if (contract.version !== version) return null;
  contractLife.after(contract.state, "ISSUE"); // refuses before anything is made
  const order = found(await orderById(read, contract.orderId));
  must(takesMoney(order.state), "INVALID_STATE", { thing: "order", state: order.state });
  const wording = await wordingInForce(read, contract.templateCode);
  must(wording, "CONTRACT_TEMPLATE_MISSING", { template: contract.templateCode });
  const agreed = await readAgreed(read, contract, order, platform.clock.now());
  const blocks = fillTemplate(mustBeTemplate(wording.text), agreed);
  const no = `${contract.no}（第 ${contract.revision + 1} 版）`;
  const said = { title: wording.title, no, madeAt: agreed.issuedAt, blocks };
  const document = { ...said, hash: fingerprint(JSON.stringify(said)) };
  const file = await platform.files.prepare(await makePdf(document));
  return { templateVersionId: wording.id, amount: order.total, document, file };
}

async function readAgreed(read: Sql, contract: ContractRow, order: OrderRow, issuedAt: number): Promise<Agreed> {
  const { no, productTitle: title, placedAt, regionCode, note, total } = order;
  const [lines, plan] = [await componentsOf(read, [order.id]), await instalmentsOf(read, [order.id])];
  const original = contract.addendumOf === null ? undefined : await contractById(read, contract.addendumOf);
  return {
    contractNo: contract.no,
    issuedAt,
    addendum: original ? { no: original.no, total: found(contract.amountBefore), cause: contract.cause ?? "" } : null,
    order: { no, title, placedAt, region: regionOf(regionCode).name, note, total },
    customer: { name: order.contactName, phone: order.contactPhone, address: order.address },
    inputs: order.inputs,
    lines: lines.map((line) => ({ ...line, name: line.itemName, amount: line.saleAmount })),
    plan,
  };
}
