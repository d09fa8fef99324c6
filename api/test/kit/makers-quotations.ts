import { OWN_TERMS } from "../../src/catalogue/collection.js";
import { DAY } from "../../src/kernel/clock.js";
import { newId } from "../../src/kernel/ids.js";
import { fen, times } from "../../src/kernel/money.js";
import { found } from "../../src/kernel/refusal.js";
import { SYSTEM } from "../../src/platform/viewer.js";
import type { QuotationDraft, QuotationLine } from "../../src/quotations/quotation.js";
import { addQuotation, linesOf, versionByNumber } from "../../src/quotations/quotation.store.js";
import { quotationById } from "../../src/quotations/quotation-read.store.js";
import type { Actor, Data } from "./actor.js";
import { aCustomer, anItem, aSupplier, CHANGSHA, type MadeSupplier } from "./makers-catalogue.js";
import type { CustomerActor } from "./makers-orders.js";
import type { World } from "./world.js";

const ERRORS = "userErrors { code field data }";
const VERSION = "id number state hash total version sentAt endReason acceptedTotal ticked changeNote reviewReasons";

export const START_QUOTATION = `mutation($input: StartQuotationInput!) { startQuotation(input: $input) {
  quotation { id no state draftNumber currentNumber versions { ${VERSION} } } ${ERRORS} } }`;
export const SAVE_QUOTATION = `mutation($input: SaveQuotationDraftInput!) { saveQuotationDraft(input: $input) {
  quotation { id versions { ${VERSION} } } ${ERRORS} } }`;
export const SEND_QUOTATION = `mutation($input: QuotationVersionInput!) { sendQuotation(input: $input) {
  quotation { id state currentNumber draftNumber versions { ${VERSION} } } ${ERRORS} } }`;
export const APPROVE_QUOTATION = `mutation($input: QuotationVersionInput!) { approveQuotation(input: $input) {
  quotation { id state } ${ERRORS} } }`;
export const RETURN_QUOTATION = `mutation($input: ReturnQuotationInput!) { returnQuotation(input: $input) {
  quotation { id state } ${ERRORS} } }`;
export const WITHDRAW_QUOTATION = `mutation($input: WithdrawQuotationInput!) { withdrawQuotation(input: $input) {
  quotation { id state } ${ERRORS} } }`;
export const DRAFT_NEXT = `mutation($input: DraftNextVersionInput!) { draftNextVersion(input: $input) {
  quotation { id draftNumber versions { ${VERSION} } } ${ERRORS} } }`;
export const ANSWER_REQUEST = `mutation($input: AnswerQuotationRequestInput!) { answerQuotationRequest(input: $input) {
  quotation { attention requests { id state answer } } ${ERRORS} } }`;
export const ACCEPT_QUOTATION = `mutation($input: AcceptQuotationInput!) { acceptQuotation(input: $input) {
  order { id no state total productTitle productSlug } quotation { state } ${ERRORS} } }`;
export const DECLINE_QUOTATION = `mutation($input: DeclineQuotationInput!) { declineQuotation(input: $input) {
  quotation { state } ${ERRORS} } }`;
export const REQUEST_CHANGE = `mutation($input: RequestQuotationChangeInput!) { requestQuotationChange(input: $input) {
  quotation { state requests { id state text } } ${ERRORS} } }`;
export interface MadeQuotation {
  readonly quotationId: string;
  readonly no: string;
  readonly customer: CustomerActor;
  readonly supplier: MadeSupplier;
  readonly itemIds: readonly string[];
}

export interface QuotationWish {
  readonly customer?: CustomerActor;
  readonly state?: "DRAFT" | "SENT";
  readonly lines?: (line: QuotationLine, position: number) => QuotationLine;
  readonly count?: number;
  readonly draft?: Partial<QuotationDraft>;
}

/** Two instalments: 30 % opens the work, the rest is due on acceptance. */
export const TWO_STEPS = [
  {
    name: "预付款",
    nameEn: "Advance",
    shareBasisPoints: 3_000,
    nature: "ADVANCE",
    trigger: "ON_ORDER",
    afterDays: null,
    gate: true,
  },
  {
    name: "尾款",
    nameEn: "Rest",
    shareBasisPoints: 7_000,
    nature: "FINAL",
    trigger: "ON_ACCEPTANCE",
    afterDays: null,
    gate: false,
  },
] as const;

/** A quotation of two items by one supplier, ¥100 sale and ¥70 cost each; the second may be left out. Good for 7 days. */
export async function aQuotation(world: World, wish: QuotationWish = {}): Promise<MadeQuotation> {
  const customer = wish.customer ?? (await aCustomer(world));
  const itemIds: string[] = [];
  for (let i = 0; i < (wish.count ?? 2); i += 1) itemIds.push(await anItem(world));
  const supplier = await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) });
  const lines = itemIds.map((itemId, position): QuotationLine => {
    const line: QuotationLine = {
      itemId,
      itemName: `第 ${position + 1} 项`,
      unit: "次",
      componentId: null,
      quantity: 1,
      stage: position + 1,
      supplierId: supplier.supplierId,
      serviceId: null,
      unitPrice: fen(10_000),
      amount: times(fen(10_000), 1),
      costAmount: fen(7_000),
      leadDays: 3,
      optional: position > 0,
      note: null,
      ...OWN_TERMS,
    };
    return wish.lines?.(line, position) ?? line;
  });
  const draft: QuotationDraft = {
    customerId: customer.accountId,
    source: "MANUAL",
    sourceId: null,
    productVersionId: null,
    title: "旧房翻新",
    regionCode: CHANGSHA,
    inputs: [],
    lines,
    plan: TWO_STEPS,
    terms: "含主材，不含家电。",
    validUntil: world.clock.now() + 7 * DAY,
    contractTemplate: null,
    ...wish.draft,
  };
  const row = await world.server.platform.work.run(SYSTEM, (tx) => addQuotation(tx, draft, wish.state ?? "SENT"));
  return { quotationId: row.id, no: row.no, customer, supplier, itemIds };
}

/** What its customer would send to accept the version that is out now; by default with no optional line. */
export async function acceptanceOf(
  world: World,
  { quotationId }: Pick<MadeQuotation, "quotationId">,
  ticked: readonly number[] = [],
): Promise<Record<string, unknown>> {
  const { read } = world.server.platform.database;
  const { currentNumber } = found(await quotationById(read, quotationId));
  const version = found(await versionByNumber(read, quotationId, currentNumber));
  const lines = await linesOf(read, [version.id]);
  const extra = ticked.reduce((sum, position) => sum + (lines[position]?.amount ?? 0), 0);
  return {
    quotationId,
    number: version.number,
    hash: version.hash,
    ticked,
    expectedTotal: String(version.total + extra),
    contactName: "林晓",
    contactPhone: "13800000001",
    address: "岳麓区湘江中路 8 号",
    idempotencyKey: newId(),
  };
}

/** What staff would write to say the same again, changed as wished. */
export function contentOf(world: World, made: MadeQuotation, unitPrice = "10000"): Record<string, unknown> {
  return {
    title: "旧房翻新",
    regionCode: CHANGSHA,
    inputs: [],
    lines: made.itemIds.map((itemId, position) => ({
      itemId,
      supplierId: made.supplier.supplierId,
      quantity: 1,
      stage: position + 1,
      unitPrice,
      optional: position > 0,
    })),
    plan: TWO_STEPS,
    terms: "含主材，不含家电。",
    validUntil: new Date(world.clock.now() + 7 * DAY).toISOString(),
  };
}

/** Staff draft the next version at this price and send it; returns its number. */
export async function sendNext(world: World, staff: Actor, made: MadeQuotation, unitPrice = "9500"): Promise<number> {
  const drafted = await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
  const version = (drafted["quotation"]["versions"] as unknown as Data[]).at(-1);
  const number = Number(version?.["number"]);
  const named = { quotationId: made.quotationId, number };
  const saved = await staff.do(SAVE_QUOTATION, {
    ...named,
    version: version?.["version"],
    content: contentOf(world, made, unitPrice),
    changeNote: "按您的要求调整了价格",
  });
  await staff.do(SEND_QUOTATION, {
    ...named,
    version: (saved["quotation"]["versions"] as unknown as Data[]).at(-1)?.["version"],
  });
  return number;
}
