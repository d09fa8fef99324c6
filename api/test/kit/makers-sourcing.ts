import { DAY, HOUR } from "../../src/kernel/clock.js";
import { newId } from "../../src/kernel/ids.js";
import { found } from "../../src/kernel/refusal.js";
import { type InquiryRow, inquiryById } from "../../src/sourcing/inquiry.store.js";
import type { Actor, Data } from "./actor.js";
import { aCustomer, anItem, aSupplier, CHANGSHA, type MadeSupplier } from "./makers-catalogue.js";
import { START, type World } from "./world.js";

const SHOWN = `id no state version deadline round standingTotals availableActions reason quotationId
  counts { invited viewed declined bids } questions { id question answer isPrivate }
  bids { id state number total complete lowest leadDays validUntil supplier { id name } files { id } }
  sheet { code itemName cells { bidId amount unitPrice lowest } } awards { lineCode bidId saleAmount }`;
const errors = "userErrors { code field data }";
const SEEN = `id no state title budget customerName customerPhone most availableActions
  invitation { state declineReason } standings { total mine } questions { question answer mine isPrivate }
  bid { id state number total version draft { lines { unitPrice } } versions { number total lines { code amount } } }
  priceList { itemId unitPrice }`;

/** The documents of customers, suppliers and staff, by the name of their deed. */
export const say = {
  open: `mutation($input: OpenInquiryInput!) { openInquiry(input: $input) { inquiry { ${SHOWN} } ${errors} } }`,
  extend: `mutation($input: ExtendInquiryInput!) { extendInquiry(input: $input) { inquiry { deadline } ${errors} } }`,
  evaluate: `mutation($input: SeenInquiryInput!) { evaluateInquiry(input: $input) { inquiry { ${SHOWN} } ${errors} } }`,
  answer: `mutation($input: AnswerInquiryQuestionInput!) { answerInquiryQuestion(input: $input) { ${errors} } }`,
  award: `mutation($input: AwardInquiryInput!) { awardInquiry(input: $input) { inquiry { ${SHOWN} } ${errors} } }`,
  cancel: `mutation($input: CancelInquiryInput!) { cancelInquiry(input: $input) { inquiry { state } ${errors} } }`,
  view: `mutation($input: ID!) { viewInquiry(inquiryId: $input) { ${errors} } }`,
  draft: `mutation($input: SaveBidDraftInput!) { saveBidDraft(input: $input) { inquiry { ${SEEN} } ${errors} } }`,
  bid: `mutation($input: SubmitBidInput!) { submitBid(input: $input) { inquiry { ${SEEN} } ${errors} } }`,
  withdraw: `mutation($input: WithdrawBidInput!) { withdrawBid(input: $input) { ${errors} } }`,
  decline: `mutation($input: DeclineInquiryInput!) { declineInquiry(input: $input) { ${errors} } }`,
  ask: `mutation($input: AskInquiryQuestionInput!) { askInquiryQuestion(input: $input) { ${errors} } }`,
  widen: `mutation($input: WidenInquiryInput!) { widenInquiry(input: $input) { inquiry { state round } ${errors} } }`,
  staffExtend: `mutation($input: ExtendInquiryInput!) { extendInquiryByStaff(input: $input) { ${errors} } }`,
  staffAward: `mutation($input: AwardInquiryInput!) { awardInquiryByStaff(input: $input) { ${errors} } }`,
  staffCancel: `mutation($input: CancelInquiryInput!) { cancelInquiryByStaff(input: $input) { ${errors} } }`,
  staffAnswer: `mutation($input: AnswerInquiryQuestionInput!) { answerInquiryQuestionByStaff(input: $input) { ${errors} } }`,
  terms: `mutation($input: SourcingTermsInput!) { setSourcingTerms(input: $input) { terms { mode } ${errors} } }`,
} as const;

/** The inquiry as its customer sees it. */
export async function asCustomer(customer: Actor, no: string): Promise<Data> {
  return (await customer.ask(`query($no: String!) { inquiryByNo(no: $no) { ${SHOWN} } }`, { no }))[
    "inquiryByNo"
  ] as Data;
}

/** The inquiry as a supplier sees it; null when it was never invited. */
export async function asBidder(member: Actor, no: string): Promise<Data> {
  const text = `query($no: String!) { supplierInquiryByNo(no: $no) { ${SEEN} } }`;
  return (await member.ask(text, { no }))["supplierInquiryByNo"] as Data;
}

/** The inquiry as staff see it. */
export async function asStaff(staff: Actor, no: string): Promise<Data> {
  const text = `query($no: String!) { staffInquiryByNo(no: $no) { id state version counts { invited bids }
    invitations { round state reason declineReason supplier { id } trace { code points } } bids { id total cost }
    sheet { code cells { amount } } candidates { eligible blockers supplier { id } } availableActions } }`;
  return (await staff.ask(text, { no }))["staffInquiryByNo"] as Data;
}

/** What a customer asks for, as input; a sealed competition for one day unless told. */
export function anInquiryInput(
  itemIds: readonly string[],
  wish: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    kind: "BIDDING",
    items: itemIds.map((itemId) => ({ itemId, quantity: 22 })),
    description: "两居室，需要量尺。",
    photoFileIds: [],
    regionCode: CHANGSHA,
    deadline: new Date(START + DAY).toISOString(),
    contactName: "林晓月",
    contactPhone: "13812345678",
    idempotencyKey: newId(),
    ...wish,
  };
}

export interface MadeInquiry {
  readonly id: string;
  readonly no: string;
  readonly customer: Actor & { accountId: string };
  readonly suppliers: readonly MadeSupplier[];
  readonly itemIds: readonly string[];
  /** As it is now. */
  now(): Promise<InquiryRow>;
}

interface InquiryMade {
  readonly suppliers?: number;
  readonly items?: number;
  readonly input?: Record<string, unknown>;
}

/** An inquiry for items of its own that was sent to the suppliers who can do them. */
export async function anInquiry(world: World, wish: InquiryMade = {}): Promise<MadeInquiry> {
  const itemIds: string[] = [];
  for (let i = 0; i < (wish.items ?? 1); i += 1) itemIds.push(await anItem(world));
  const suppliers: MadeSupplier[] = [];
  for (let i = 0; i < (wish.suppliers ?? 3); i += 1) {
    suppliers.push(await aSupplier(world, { services: itemIds.map((itemId) => ({ itemId })) }));
  }
  const customer = await aCustomer(world);
  const deadline = new Date(world.clock.now() + DAY).toISOString();
  const { inquiry } = (await customer.do(say.open, anInquiryInput(itemIds, { deadline, ...wish.input }))) as Data;
  await world.settle();
  const { id, no } = inquiry as unknown as { id: string; no: string };
  return { id, no, customer, suppliers, itemIds, now: async () => inquiryNow(world, id) };
}

export async function inquiryNow(world: World, id: string): Promise<InquiryRow> {
  return found(await inquiryById(world.server.platform.database.read, id));
}

interface BidMade {
  /** Fen per unit, by line: of all lines the same unless told. */
  readonly prices?: Readonly<Record<string, number>>;
  readonly price?: number;
  readonly version?: number;
  readonly also?: Record<string, unknown>;
}

/** What a supplier bids, as input: every line at one price unless told. */
export function aBidInput(made: MadeInquiry, wish: BidMade = {}): Record<string, unknown> {
  const codes = made.itemIds.map((_, index) => `L${index + 1}`);
  const prices = wish.prices ?? Object.fromEntries(codes.map((code) => [code, wish.price ?? 48_000]));
  return {
    inquiryId: made.id,
    version: wish.version ?? 0,
    lines: Object.entries(prices).map(([lineCode, unitPrice]) => ({ lineCode, unitPrice: String(unitPrice) })),
    leadDays: 15,
    validDays: 10,
    terms: "含安装。",
    inclusions: "板材、五金、安装",
    planWish: "三七",
    fileIds: [],
    idempotencyKey: newId(),
    ...wish.also,
  };
}

export async function bid(supplier: MadeSupplier, made: MadeInquiry, wish: BidMade = {}): Promise<Data> {
  return (await supplier.owner.do(say.bid, aBidInput(made, wish)))["inquiry"] as Data;
}

/** Lets the deadline pass and whatever hangs on it happen. */
export async function passDeadline(world: World, made: MadeInquiry): Promise<void> {
  const { deadline } = await made.now();
  world.clock.advance(Math.max(deadline - world.clock.now(), 0) + HOUR);
  await world.settle();
}

/** The award of every line to one bid. */
export async function awardWhole(made: MadeInquiry, bidId: string, version?: number): Promise<Record<string, unknown>> {
  const codes = made.itemIds.map((_, index) => `L${index + 1}`);
  const picks = codes.map((lineCode) => ({ lineCode, bidId }));
  return { inquiryId: made.id, version: version ?? (await made.now()).version, picks, idempotencyKey: newId() };
}
