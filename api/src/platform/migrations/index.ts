import type { Migration } from "../migrator.js";
import { first } from "./0001-first.js";
import { search } from "./0002-search.js";
import { ledgerGuards } from "./0003-ledger-guards.js";
import { notices } from "./0004-notices.js";
import { wechat } from "./0005-wechat.js";
import { pricing } from "./0006-pricing.js";
import { pricingGuards } from "./0006-pricing-guards.js";
import { supply } from "./0007-supply.js";
import { composition } from "./0008-composition.js";
import { sourcing } from "./0009-sourcing.js";
import { quotations } from "./0010-quotations.js";
import { contracts } from "./0011-contracts.js";
import { searchWords } from "./0012-search.js";
import { contractPapers } from "./0018-contracts-2.js";
import { searchStamps } from "./0019-search-2.js";
import { wideTexts } from "./0020-long-texts.js";
import { writers } from "./0021-writers.js";
import { trade } from "./0022-trade.js";
import { earned } from "./0023-earned.js";
import { tenders } from "./0024-tenders.js";
import { ledgerBooks } from "./0025-ledger-books.js";
import { collectionTerms } from "./0027-collection-terms.js";
import { waivers } from "./0029-waivers.js";
import { paymentGroups } from "./0031-payment-groups.js";
import { amendments } from "./0033-amendments.js";
import { orderAudit } from "./0034-order-audit.js";
import { refunds } from "./0035-refunds.js";
import { refundSends } from "./0036-refund-sends.js";
import { settlement } from "./0037-settlement.js";
import { documents } from "./0039-documents.js";
import { invoices } from "./0040-invoices.js";
import { quotedCollection } from "./0041-quoted-collection.js";
import { promotions } from "./0042-promotions.js";
import { waiversWaiting } from "./0043-waivers-waiting.js";
import { statementLineParts } from "./0044-statement-line-parts.js";
import { journal } from "./0048-journal.js";
import { creditPayouts } from "./0050-credit-payouts.js";
import { unidentifiedReceipts } from "./0057-unidentified-receipts.js";

/** The schema's history in order. Never edit a released one; add the next. */
export const migrations: readonly Migration[] = [
  first,
  search,
  ledgerGuards,
  notices,
  wechat,
  pricing,
  pricingGuards,
  supply,
  composition,
  sourcing,
  quotations,
  contracts,
  searchWords,
  contractPapers,
  searchStamps,
  wideTexts,
  writers,
  trade,
  earned,
  tenders,
  ledgerBooks,
  waivers,
  paymentGroups,
  collectionTerms,
  amendments,
  orderAudit,
  refunds,
  invoices,
  documents,
  refundSends,
  settlement,
  quotedCollection,
  promotions,
  waiversWaiting,
  statementLineParts,
  journal,
  creditPayouts,
  unidentifiedReceipts,
];
