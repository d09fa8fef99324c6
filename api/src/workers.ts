import { catalogueErrands } from "./catalogue/catalogue.worker.js";
import { contractListeners } from "./contracts/contracts.worker.js";
import { documentListeners } from "./documents/documents.worker.js";
import { fulfilmentListeners, fulfilmentTimers } from "./fulfilment/fulfilment.worker.js";
import { noticeErrands, noticeListeners } from "./notifications/notifications.worker.js";
import { orderTimers } from "./orders/orders.worker.js";
import { paymentTimers, refundErrands } from "./payments/payments.worker.js";
import type { Errands, Listener, TimerHandler } from "./platform/courier.js";
import type { Platform } from "./platform/platform.js";
import { pricingTimers } from "./pricing/pricing.worker.js";
import { quotationListeners, quotationTimers } from "./quotations/quotations.worker.js";
import { settlementErrands, settlementTimers } from "./settlement/settlement.worker.js";
import { sourcingListeners, sourcingTimers } from "./sourcing/sourcing.worker.js";
import { supplierTimers } from "./suppliers/suppliers.worker.js";
import { wechatErrands, wechatListeners } from "./wechat/wechat.worker.js";

/** Every listener of facts, in the order of the street. Names are stored with deliveries: never rename one. */
export function listeners(platform: () => Platform): Listener[] {
  return [
    ...sourcingListeners(platform),
    ...quotationListeners(platform),
    ...contractListeners(platform),
    ...fulfilmentListeners(platform),
    ...documentListeners(platform),
    ...noticeListeners(platform),
    ...wechatListeners(platform),
  ];
}

/** Every timer, by the kind its flow sets. */
export function timerHandlers(platform: () => Platform): TimerHandler[] {
  return [
    ...supplierTimers(platform),
    ...pricingTimers(platform),
    ...sourcingTimers(platform),
    ...quotationTimers(platform),
    ...orderTimers(platform),
    ...paymentTimers(platform),
    ...fulfilmentTimers(platform),
    ...settlementTimers(platform),
  ];
}

/** What is done outside the house or by the minute, each kind in a lane of its own. */
export function errands(platform: () => Platform): Errands[] {
  return [
    ...catalogueErrands(platform),
    ...refundErrands(platform),
    ...settlementErrands(platform),
    ...noticeErrands(platform),
    ...wechatErrands(platform),
  ];
}
