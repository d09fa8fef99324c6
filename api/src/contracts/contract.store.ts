import { dayStamp } from "../kernel/day.js";

import { groupBy } from "../kernel/group.js";
import { newId, newNumber } from "../kernel/ids.js";
import type { Fen } from "../kernel/money.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { type ContractState, type ContractVerb, contractAmong, contractLife } from "./contract.js";
import { ContractRow } from "./contracts.table.js";
import { contractFacts } from "./facts.js";

export type { ContractRow };

/** What makes a paper an addendum. */
interface AsAddendum {
  readonly no: string;
  readonly addendumOf: string;
  readonly cause: string;
  readonly amountBefore: Fen;
}

/**
 * Begins a paper of an order: a numbered draft that staff issue. The contract comes with its order, or after one that was
 * voided; an addendum when the order's amount is another. Two at once: the second is refused by its key.
 */
export async function addContract(
  tx: Tx,
  order: { readonly id: string; readonly customerId: string },
  templateCode: string,
  after: { readonly position?: number; readonly addendum?: AsAddendum } = {},
): Promise<ContractRow> {
  const row: ContractRow = {
    id: newId(),
    no: after.addendum?.no ?? newNumber("HT", dayStamp(tx.now)),
    orderId: order.id,
    position: after.position ?? 0,
    addendumOf: after.addendum?.addendumOf ?? null,
    cause: after.addendum?.cause ?? null,
    amountBefore: after.addendum?.amountBefore ?? null,
    customerId: order.customerId,
    templateCode,
    state: contractLife.initial,
    revision: 0,
    templateVersionId: null,
    amount: null,
    document: null,
    pdfFileId: null,
    sha256: null,
    issuedAt: null,
    issuedBy: null,
    scanIds: [],
    uploadedBy: null,
    uploadedByStaff: false,
    uploadedAt: null,
    rejectReason: null,
    verifiedBy: null,
    verifiedAt: null,
    effectiveOn: null,
    voidReason: null,
    voidedBy: null,
    voidedAt: null,
    createdAt: tx.now,
    version: 1,
  };
  await tx.insert(ContractRow, [row]);
  tx.record(contractFacts.drafted(row));
  return row;
}

export async function contractById(sql: Sql, id: string): Promise<ContractRow | undefined> {
  return (await sql.rows(ContractRow, "WHERE t.id = ?", [id]))[0];
}

export async function contractByNo(sql: Sql, no: string): Promise<ContractRow | undefined> {
  return (await sql.rows(ContractRow, "WHERE t.no = ?", [no]))[0];
}

/** Every paper of many orders in one statement, by order, in the order they were begun. */
export async function papersOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, ContractRow[]>> {
  const tail = `WHERE t.orderId IN (${marks(orderIds)}) ORDER BY t.orderId, t.position`;
  return groupBy(await sql.rows(ContractRow, tail, orderIds), ({ orderId }) => orderId);
}

/** The contracts of many orders in one statement, by order; an order without one has none here. */
export async function contractsOf(sql: Sql, orderIds: readonly string[]): Promise<Map<string, ContractRow>> {
  const papers = await papersOf(sql, orderIds);
  return new Map([...papers].flatMap(([id, of]) => contractAmong(of).map((row) => [id, row] as const)));
}

/**
 * Moves a contract by a verb of its table, with what is new about it, and returns it as it is then. Refuses
 * INVALID_STATE and, when somebody else moved it meanwhile, STALE_VERSION.
 */
export async function moveContract(
  tx: Tx,
  contract: ContractRow,
  verb: ContractVerb,
  also: Partial<ContractRow> = {},
): Promise<ContractRow> {
  const set = { ...also, state: contractLife.after(contract.state, verb) };
  await tx.change(ContractRow, { id: contract.id, version: contract.version }, set);
  return { ...contract, ...set, version: contract.version + 1 };
}

/** A page of contracts in this state, all without one: newest first, or oldest first for queues that are worked off. */
export async function pageOfContracts(
  sql: Sql,
  { state, oldestFirst }: { readonly state: ContractState | null; readonly oldestFirst: boolean },
  request: PageRequest,
): Promise<Page<ContractRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (state) {
    // A range, not an equality: MariaDB else walks the index from the newest row to the cursor.
    conditions.push("t.state >= ? AND t.state <= ?");
    values.push(state, state);
  }
  if (request.after) {
    const [createdAt, id] = request.after;
    const past = oldestFirst ? ">" : "<";
    conditions.push(`t.createdAt ${past}= ? AND (t.createdAt ${past} ? OR t.id ${past} ?)`);
    values.push(createdAt, createdAt, id);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const way = oldestFirst ? "ASC" : "DESC";
  const leading = state ? `t.state ${way}, ` : "";
  const tail = `${where} ORDER BY ${leading}t.createdAt ${way}, t.id ${way} LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(ContractRow, tail, values), request, (row) => row.createdAt);
}

/** How many contracts wait to be issued and to be verified, each counted to `cap` at most, in one statement. */
export async function countWaitingContracts(sql: Sql, cap: number): Promise<{ toIssue: number; toVerify: number }> {
  const counted = (state: ContractState) =>
    `(SELECT COUNT(*) FROM (SELECT id FROM contracts WHERE state = '${state}' LIMIT ${cap}) AS some)`;
  const text = `SELECT ${counted("DRAFT")} AS toIssue, ${counted("SIGNED_UPLOADED")} AS toVerify`;
  const [row] = await sql.query<{ toIssue: number; toVerify: number }>(text);
  return { toIssue: Number(row?.toIssue ?? 0), toVerify: Number(row?.toVerify ?? 0) };
}
