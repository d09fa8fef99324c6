import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { CollectionMode } from "../catalogue/collection.js";
import { CollectionModeEnum } from "../catalogue/component.graphql.js";
import { groupBy } from "../kernel/group.js";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { lastSeqOf } from "../platform/facts.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { yuan } from "../pricing/yuan.js";
import { regionOf } from "../suppliers/region.js";
import { loadSupplier } from "../suppliers/supplier.graphql.js";
import { type Change, type ChangedField, type ChangeKind, changedFields, changeKinds, changesBetween } from "./diff.js";
import { quotationStream } from "./facts.js";
import { isByUnit, type QuotationState, quotationSources, quotationStateNames } from "./quotation.js";
import {
  contentOf,
  linesOf,
  type QuotationLineRow,
  type QuotationRequestRow,
  type QuotationVersionRow,
} from "./quotation.store.js";
import { requestsOf, versionsOf } from "./quotation-read.store.js";
import { type RequestState, requestStateNames } from "./request.js";

export const QuotationStateEnum = enumOf(quotationStateNames);
registerEnumType(QuotationStateEnum, {
  name: "QuotationState",
  description: "The life of one version of a quotation; CONVERTED is one that became an order.",
});
export const QuotationSourceEnum = enumOf(quotationSources);
registerEnumType(QuotationSourceEnum, {
  name: "QuotationSource",
  description:
    "INQUIRY: suppliers bid for it; CATALOGUE: a customer asked for a product's price; MANUAL: staff began it.",
});
export const RequestStateEnum = enumOf(requestStateNames);
registerEnumType(RequestStateEnum, {
  name: "QuotationRequestState",
  description: "LAPSED: the quotation ended before it was answered.",
});
const ChangeKindEnum = enumOf(changeKinds);
registerEnumType(ChangeKindEnum, { name: "QuotationChangeKind", description: "Whether a line came, went or changed." });
const ChangedFieldEnum = enumOf(changedFields);
registerEnumType(ChangedFieldEnum, { name: "QuotationField", description: "What of a quotation is different." });

@ObjectType({ description: "An answer to a question of the product, as it was quoted." })
export class QuotationAnswer {
  @Field(() => String, { description: "Code of the question." })
  code: string;

  @Field(() => String, { description: "The question." })
  label: string;

  @Field(() => String, { description: "The answer." })
  value: string;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit: string | null;
}

@ObjectType({ description: "One difference between two versions." })
export class QuotationChange {
  @Field(() => ChangeKindEnum, { description: "Whether it came, went or changed." })
  kind: ChangeKind;

  @Field(() => ChangedFieldEnum, { description: "What is different." })
  field: ChangedField;

  @Field(() => String, { nullable: true, description: "The item of the line; null for the whole." })
  subject: string | null;

  @Field(() => String, { nullable: true, description: "Before: fen for amounts, ISO for instants, else text." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "After, told the same way." })
  after: string | null;
}

/** What a line shows to everybody who may see its version. */
@ObjectType()
export abstract class QuotationLineFields extends Node {
  @Field(() => Int, { description: "Its place, from 0; optional lines are ticked by it." })
  position: number;

  @Field(() => String, { description: "The service item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => Int, { description: "Stage n starts when the stages before it are accepted." })
  stage: number;

  @Field(() => Int, { nullable: true, description: "Days from the start of the work until it is done." })
  leadDays: number | null;

  @Field(() => Boolean, { description: "Whether the customer may leave it out." })
  optional: boolean;

  @Field(() => String, { nullable: true, description: "What is to be known of it." })
  note: string | null;

  @Field(() => CollectionModeEnum, { description: "Who sells it and who collects its price." })
  collectionMode: CollectionMode;

  supplierId: string;
}

/** What a priced line shows. */
@ObjectType()
export abstract class PricedLineFields extends QuotationLineFields {
  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, { description: "Price of the line." })
  amount: Fen;

  @Field(() => MoneyScalar, { description: "Part of the amount that is passed on to an office." })
  officialFee: Fen;

  @Field(() => String, {
    description: "How the amount came about, in figures: ¥220.00 × 12 月; of one sum only how much it is for.",
  })
  explanation: string;
}

/** What a version shows to its customer and to staff. The root is its row. */
@ObjectType()
export abstract class QuotationVersionFields extends Node {
  @Field(() => Int, { description: "From 1." })
  number: number;

  @Field(() => QuotationStateEnum, { description: "What became of it." })
  state: QuotationState;

  @Field(() => String, { description: "What it is for." })
  title: string;

  @Field(() => [QuotationAnswer], { description: "What it assumes." })
  inputs: QuotationAnswer[];

  @Field(() => MoneyScalar, { description: "What is to be paid when no optional line is taken." })
  total: Fen;

  @Field(() => String, { description: "Its terms; empty when there are none." })
  terms: string;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  validUntil: number;

  @Field(() => String, { nullable: true, description: "What staff say of this version: what changed and why." })
  changeNote: string | null;

  @Field(() => String, { nullable: true, description: "Names exactly what it says; send it back to accept." })
  hash: string | null;

  @Field(() => String, { nullable: true, description: "Code of the template the contract is made from." })
  contractTemplate: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the customer got it." })
  sentAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  endedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why it was declined or withdrawn." })
  endReason: string | null;

  @Field(() => [Int], { nullable: true, description: "Places of the optional lines that were taken on acceptance." })
  ticked: number[] | null;

  @Field(() => MoneyScalar, { nullable: true, description: "What was agreed to pay, optional lines included." })
  acceptedTotal: Fen | null;

  quotationId: string;
  regionCode: string;
  plan: QuotationVersionRow["plan"];
  pdfFileId: string | null;
}

@ObjectType({ implements: Node, description: "What the customer asked to have changed, and the answer." })
export class QuotationRequest extends Node {
  @Field(() => Int, { description: "The version it is about; 0 before there was one." })
  versionNumber: number;

  @Field(() => String, { description: "The wish." })
  text: string;

  @Field(() => RequestStateEnum, { description: "Whether it was answered." })
  state: RequestState;

  @Field(() => Int, { nullable: true, description: "The version that answers it." })
  answeredByNumber: number | null;

  @Field(() => String, { nullable: true, description: "The answer in words." })
  answer: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was answered." })
  answeredAt: number | null;
}

const VERSIONS = Symbol("quotation versions");
const LINES = Symbol("quotation lines");
const REQUESTS = Symbol("quotation requests");
const SEQ = Symbol("how far the stories of quotations have got");

/** How far a quotation's story has got, in one statement for all of a request. */
export async function loadQuotationSeq({ platform, loaders }: Context, id: string): Promise<number> {
  const loader = loaders.byId(SEQ, async (ids) => {
    const last = await lastSeqOf(platform.database.read, ids.map(quotationStream));
    return new Map([...last].map(([stream, seq]) => [stream.slice("quotation:".length), seq]));
  });
  return (await loader.load(id)) ?? 0;
}

/** A quotation's versions, the first one first, in one statement for all of a request. */
export async function loadVersions({ platform, loaders }: Context, id: string): Promise<QuotationVersionRow[]> {
  return (await loaders.byId(VERSIONS, (ids) => versionsOf(platform.database.read, ids)).load(id)) ?? [];
}

/** A version's lines in order, in one statement for all of a request. They carry the cost: views decide who sees it. */
export async function loadLines({ platform, loaders }: Context, versionId: string): Promise<QuotationLineRow[]> {
  const load = async (ids: readonly string[]) =>
    groupBy(await linesOf(platform.database.read, ids), (row) => row.versionId);
  return (await loaders.byId(LINES, load).load(versionId)) ?? [];
}

export async function loadRequests({ platform, loaders }: Context, id: string): Promise<QuotationRequestRow[]> {
  return (await loaders.byId(REQUESTS, (ids) => requestsOf(platform.database.read, ids)).load(id)) ?? [];
}

/** A line with its figures told. */
export function lineView(line: QuotationLineRow): QuotationLineRow & { readonly explanation: string } {
  const quantity = `${line.quantity} ${line.unit}`;
  return { ...line, explanation: isByUnit(line) ? `${yuan(line.unitPrice)} × ${quantity}` : quantity };
}

/** What is different in `after`, with names and instants for people. */
export async function changesView(
  context: Context,
  before: QuotationVersionRow | undefined,
  after: QuotationVersionRow,
): Promise<QuotationChange[]> {
  if (!before) return [];
  const [old, young] = [await loadLines(context, before.id), await loadLines(context, after.id)];
  const changes = changesBetween(contentOf(before, old), contentOf(after, young));
  return Promise.all(changes.map((change) => told(context, change)));
}

async function told(context: Context, change: Change): Promise<QuotationChange> {
  const value = async (text: string | null): Promise<string | null> => {
    if (text === null) return null;
    if (change.field === "SUPPLIER") return (await loadSupplier(context, text))?.name ?? null;
    if (change.field === "REGION") return regionOf(text).name;
    return change.field === "VALID_UNTIL" ? new Date(Number(text)).toISOString() : text;
  };
  return { ...change, before: await value(change.before), after: await value(change.after) };
}

/** The version to compare with: the one that is named, else the last one before it among `all`. */
export function versionBefore(
  all: readonly QuotationVersionRow[],
  number: number,
  from: number | null | undefined,
): QuotationVersionRow | undefined {
  return from
    ? all.find((version) => version.number === from)
    : all.filter((version) => version.number < number).at(-1);
}
