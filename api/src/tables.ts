import { catalogueTables } from "./catalogue/catalogue.table.js";
import { contractTables } from "./contracts/contracts.table.js";
import { documentTables } from "./documents/documents.table.js";
import { fulfilmentTables } from "./fulfilment/fulfilment.table.js";
import { identityTables } from "./identity/identity.table.js";
import { noticeTables } from "./notifications/notices.table.js";
import { amendmentTables } from "./orders/amendment.table.js";
import { orderTables } from "./orders/order.table.js";
import { ledgerTables } from "./payments/ledger.table.js";
import { paymentTables } from "./payments/payment.table.js";
import { refundTables } from "./payments/refund.table.js";
import { platformTables } from "./platform/platform.table.js";
import { pricingTables } from "./pricing/pricing.table.js";
import { quotationTables } from "./quotations/quotation.table.js";
import { reviewTables } from "./reviews/review.table.js";
import { settlementTables } from "./settlement/settlement.table.js";
import { sourcingTables } from "./sourcing/sourcing.table.js";
import { supplierTables } from "./suppliers/supplier.table.js";
import { wechatTables } from "./wechat/wechat.table.js";

/** Every table, in the order of the street. */
export const tables = [
  ...platformTables,
  ...identityTables,
  ...supplierTables,
  ...catalogueTables,
  ...sourcingTables,
  ...quotationTables,
  ...pricingTables,
  ...contractTables,
  ...orderTables,
  ...amendmentTables,
  ...paymentTables,
  ...ledgerTables,
  ...refundTables,
  ...fulfilmentTables,
  ...settlementTables,
  ...reviewTables,
  ...documentTables,
  ...noticeTables,
  ...wechatTables,
];
