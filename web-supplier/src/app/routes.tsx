import { applyRoutes } from "../pages/apply/apply.routes";
import { capacityRoutes } from "../pages/capacity/capacity.routes";
import { certificateRoutes } from "../pages/certificates/certificates.routes";
import { inquiryRoutes } from "../pages/inquiries/inquiries.routes";
import { meRoutes } from "../pages/me/me.routes";
import { messageRoutes } from "../pages/messages/messages.routes";
import { offerRoutes } from "../pages/offers/offers.routes";
import { paperRoutes } from "../pages/papers/papers.routes";
import { quotationRoutes } from "../pages/quotations/quotations.routes";
import { refundRoutes } from "../pages/refunds/refunds.routes";
import { reviewRoutes } from "../pages/reviews/reviews.routes";
import { serviceRoutes } from "../pages/services/services.routes";
import { bareSessionRoutes, ownSessionRoutes } from "../pages/session/session.routes";
import { settlementRoutes } from "../pages/settlement/settlement.routes";
import { teamRoutes } from "../pages/team/team.routes";
import { ticketRoutes } from "../pages/tickets/tickets.routes";
import { todayRoutes } from "../pages/today/today.routes";
import { rootRoute, signedInRoute } from "./layout-routes";

// Each folder of pages lists its routes in <folder>.routes.tsx; here they are hung into a frame.
export const routeTree = rootRoute.addChildren([
  ...bareSessionRoutes,
  ...applyRoutes,
  signedInRoute.addChildren([
    ...ownSessionRoutes,
    ...todayRoutes,
    ...offerRoutes,
    ...inquiryRoutes,
    ...quotationRoutes,
    ...ticketRoutes,
    ...serviceRoutes,
    ...capacityRoutes,
    ...certificateRoutes,
    ...teamRoutes,
    ...refundRoutes,
    ...reviewRoutes,
    ...settlementRoutes,
    ...paperRoutes,
    ...meRoutes,
    ...messageRoutes,
  ]),
]);
