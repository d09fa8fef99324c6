import { apiKeyRoutes } from "../pages/api-keys/api-keys.routes";
import { applicationRoutes } from "../pages/applications/applications.routes";
import { certificateRoutes } from "../pages/certificates/certificates.routes";
import { contractRoutes } from "../pages/contracts/contracts.routes";
import { dashboardRoutes } from "../pages/dashboard/dashboard.routes";
import { deadLetterRoutes } from "../pages/dead-letters/dead-letters.routes";
import { demoRoutes } from "../pages/demo/demo.routes";
import { dispatchRoutes } from "../pages/dispatch/dispatch.routes";
import { documentRoutes } from "../pages/documents/documents.routes";
import { formulaRoutes } from "../pages/formulas/formulas.routes";
import { inquiryRoutes } from "../pages/inquiries/inquiries.routes";
import { itemRoutes } from "../pages/items/items.routes";
import { ledgerRoutes } from "../pages/ledger/ledger.routes";
import { messageRoutes } from "../pages/messages/messages.routes";
import { notificationRoutes } from "../pages/notifications/notifications.routes";
import { orderRoutes } from "../pages/orders/orders.routes";
import { paymentRoutes } from "../pages/payments/payments.routes";
import { policiesRoutes } from "../pages/policies/policies.routes";
import { pricingRoutes } from "../pages/pricing/pricing.routes";
import { productRoutes } from "../pages/products/products.routes";
import { progressRoutes } from "../pages/progress/progress.routes";
import { quotationRoutes } from "../pages/quotations/quotations.routes";
import { refundRoutes } from "../pages/refunds/refunds.routes";
import { roleRoutes } from "../pages/roles/roles.routes";
import { serviceRoutes } from "../pages/services/services.routes";
import { bareSessionRoutes, ownSessionRoutes } from "../pages/session/session.routes";
import { settlementRoutes } from "../pages/settlement/settlement.routes";
import { staffRoutes } from "../pages/staff/staff.routes";
import { supplierRoutes } from "../pages/suppliers/suppliers.routes";
import { synonymRoutes } from "../pages/synonyms/synonyms.routes";
import { ticketRoutes } from "../pages/tickets/tickets.routes";
import { wechatRoutes } from "../pages/wechat/wechat.routes";
import { rootRoute, signedInRoute } from "./layout-routes";

// Each folder of pages lists its routes in <folder>.routes.tsx; here they are hung into a frame.
export const routeTree = rootRoute.addChildren([
  ...bareSessionRoutes,
  signedInRoute.addChildren([
    ...ownSessionRoutes,
    ...dashboardRoutes,
    ...inquiryRoutes,
    ...orderRoutes,
    ...quotationRoutes,
    ...contractRoutes,
    ...documentRoutes,
    ...paymentRoutes,
    ...settlementRoutes,
    ...refundRoutes,
    ...ledgerRoutes,
    ...dispatchRoutes,
    ...ticketRoutes,
    ...progressRoutes,
    ...applicationRoutes,
    ...supplierRoutes,
    ...certificateRoutes,
    ...serviceRoutes,
    ...productRoutes,
    ...itemRoutes,
    ...synonymRoutes,
    ...formulaRoutes,
    ...policiesRoutes,
    ...pricingRoutes,
    ...staffRoutes,
    ...roleRoutes,
    ...apiKeyRoutes,
    ...deadLetterRoutes,
    ...demoRoutes,
    ...messageRoutes,
    ...notificationRoutes,
    ...wechatRoutes,
  ]),
]);
