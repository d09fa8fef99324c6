import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import {
  amendmentKindWords,
  auditReasonWords,
  consentWords,
  faultWords,
  moneyWayWords,
  partKindWords,
  wishWords,
} from "./amendment-words";
import { collectionModeWords, partyWords } from "./collection-words";
import {
  accountStateWords,
  channelStateWords,
  inboundStateWords,
  intentWords,
  menuKeyWords,
  reasonWords,
  sendWords,
  templateStateWords,
  verdictWords,
} from "./delivery-words";
import { errorWords } from "./error-words";
import { everyNotice } from "./every-notice";
import { formWords, invoiceKindWords } from "./form-words";
import { formulaStateWords, roundingWords, tableKindWords, valueTypeWords } from "./formula-words";
import { importColumnWords, importFaultWords, importModeWords, tableFormatWords } from "./import-words";
import { inquiryKindWords, inquirySubjectWords, visibilityWords } from "./inquiry-words";
import { boundViaWords, channelWords, topicWords } from "./notice-words";
import {
  appWords,
  concernWords,
  documentWords,
  linkPurposeWords,
  natureWords,
  overdueWords,
  productSortWords,
  reportKindWords,
  roleWords,
  tenderWords,
  triggerWords,
} from "./plain-words";
import {
  couponKindWords,
  couponStateWords,
  couponVerbWords,
  funderWords,
  priceStepWords,
  ruleActionWords,
  ruleStateWords,
  ruleTargetWords,
} from "./pricing-words";
import {
  quotationAttentionWords,
  quotationChangeWords,
  quotationFieldWords,
  quotationReasonWords,
  quotationSourceWords,
} from "./quotation-words";
import { refundRouteWords, refundSourceWords } from "./refund-words";
import { serviceFieldWords } from "./service-words";
import { blockerWords, claimEndWords, cycleWords, settledForWords, settledPartWords } from "./settlement-words";
import {
  contractIssueWords,
  differenceAreaWords,
  differenceKindWords,
  eligibleWords,
  guardWords,
  inputKindWords,
  ledgerKindWords,
  ledgerSideWords,
  permissionWords,
  quantityKindWords,
  saleModeWords,
  scoreWords,
  strategyWords,
  supplierChoiceWords,
  versionStateWords,
} from "./staff-words";
import { stateWords } from "./state-words";
import { actorWords, nextStepWords } from "./step-words";
import { timelineWords } from "./timeline-words";

const schema = buildSchema(readFileSync(`${import.meta.dirname}/../../../api/schema.graphql`, "utf8"));

const { TicketForCustomer, ...axes } = stateWords;
const tables: Record<string, object> = {
  ...axes,
  ErrorCode: errorWords,
  FormCode: formWords,
  InvoiceKind: invoiceKindWords,
  AmendmentKind: amendmentKindWords,
  AmendmentPartKind: partKindWords,
  Fault: faultWords,
  MoneyWay: moneyWayWords,
  ConsentReason: consentWords,
  ChangeWish: wishWords,
  AuditReason: auditReasonWords,
  TimelineKind: timelineWords,
  QuotationField: quotationFieldWords,
  QuotationChangeKind: quotationChangeWords,
  QuotationSource: quotationSourceWords,
  QuotationAttention: quotationAttentionWords,
  QuotationReviewReason: quotationReasonWords,
  ContractTemplateIssueCode: contractIssueWords,
  StepActor: actorWords,
  InstalmentNature: natureWords,
  InstalmentTrigger: triggerWords,
  Tender: tenderWords,
  LedgerSide: ledgerSideWords,
  RefundRoute: refundRouteWords,
  RefundSource: refundSourceWords,
  SupplierRole: roleWords,
  DocumentKind: documentWords,
  InputKind: inputKindWords,
  QuantityKind: quantityKindWords,
  CollectionMode: collectionModeWords,
  Party: partyWords,
  SupplierChoice: supplierChoiceWords,
  SaleMode: saleModeWords,
  EligibleKind: eligibleWords,
  VersionState: versionStateWords,
  VersionDifferenceArea: differenceAreaWords,
  VersionDifferenceKind: differenceKindWords,
  ReportKind: reportKindWords,
  ProductSort: productSortWords,
  App: appWords,
  LinkPurpose: linkPurposeWords,
  NoticeKind: everyNotice,
  NoticeTopic: topicWords,
  NoticeChannel: channelWords,
  SendState: sendWords,
  SendVerdict: verdictWords,
  SendReason: reasonWords,
  ChannelRun: channelStateWords,
  ServiceField: serviceFieldWords,
  ImportColumn: importColumnWords,
  ImportFault: importFaultWords,
  ImportMode: importModeWords,
  TableFormat: tableFormatWords,
  WechatBoundVia: boundViaWords,
  WechatTemplateState: templateStateWords,
  WechatInboundState: inboundStateWords,
  WechatAccountState: accountStateWords,
  FormulaState: formulaStateWords,
  FormulaValueType: valueTypeWords,
  FormulaTableKind: tableKindWords,
  RoundingMode: roundingWords,
  RuleTarget: ruleTargetWords,
  RuleAction: ruleActionWords,
  RuleState: ruleStateWords,
  Funder: funderWords,
  CouponKind: couponKindWords,
  CouponState: couponStateWords,
  CouponVerb: couponVerbWords,
  PriceStepKind: priceStepWords,
  InquiryKind: inquiryKindWords,
  InquirySubject: inquirySubjectWords,
  BidVisibility: visibilityWords,
  OverdueAction: overdueWords,
  PlanConcern: concernWords,
  SettledFor: settledForWords,
  SettledPartKind: settledPartWords,
  SettlementBlocker: blockerWords,
  SettlementCycle: cycleWords,
  ClaimEnd: claimEndWords,
};

/** What pages act on and never say as such. */
const unsaid = [
  "WechatSceneState",
  "NoticeSendAction",
  "WechatButtonKind",
  "WechatCard",
  "ContractAction",
  "DocumentBlockKind",
  "QuotationAction",
  "QuotationVersionAction",
  "SuggestionKind",
  "SourcingTermMode",
  "DayState",
];

/**
 * Codes that the schema calls strings, because their number may grow: the rule that lists them, by the name of its type
 * or constant, and their words.
 */
const codes: readonly (readonly [string, readonly string[], object])[] = [
  ["orders/next-step.ts", ["stepCodes"], nextStepWords],
  ["fulfilment/dispatch.ts", ["Strategy"], strategyWords],
  ["fulfilment/dispatch.ts", ["weights", "Blocker", "Note"], scoreWords],
  ["catalogue/guards.ts", ["guards: "], guardWords],
  ["payments/ledger-kinds.ts", ["ledgerKinds"], ledgerKindWords],
  ["platform/viewer.ts", ["permissions"], permissionWords],
  ["wechat/chat.ts", ["menuKeys"], menuKeyWords],
  ["wechat/chat.ts", ["Plain"], intentWords],
];

/** The codes of a union, a list or the keys of a table, as they are written in the API's source. */
function codesOf(file: string, name: string): string[] {
  const source = readFileSync(`${import.meta.dirname}/../../../api/src/${file}`, "utf8");
  const [, declared = ""] = new RegExp(`(?:type|const) ${name}[^;]*? =\\s([^;]*);`).exec(source) ?? [];
  const found = declared.matchAll(/"([\w.]+)"|^ +([A-Z_]+):/gm);
  return [...found].map(([, quoted, key]) => quoted ?? key ?? "");
}

function valuesOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`);
  return type.getValues().map((value) => value.name);
}

describe("the vocabulary", () => {
  it.each(Object.keys(tables))("has a word for every value of %s, and none too many", (name) => {
    expect(Object.keys(tables[name] ?? {}).sort()).toEqual(valuesOf(name).sort());
  });

  it("knows every enum of the schema", () => {
    const enums = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith("__"),
    );
    expect(enums.map((type) => type.name).filter((name) => !(name in tables) && !unsaid.includes(name))).toEqual([]);
  });

  it.each(codes)("has a word for every code of %s (%s)", (file, names, words) => {
    const told = names.flatMap((name) => codesOf(file, name));
    expect(told.length).toBeGreaterThan(2);
    expect(Object.keys(words)).toEqual(expect.arrayContaining(told));
  });

  it("tells customers the same states as staff, in their own words", () => {
    expect(Object.keys(TicketForCustomer)).toEqual(Object.keys(stateWords.TicketState));
  });
});
