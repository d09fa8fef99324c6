import { acceptRoutes } from "../pages/accept/accept.routes";
import { categoryRoutes } from "../pages/category/category.routes";
import { checkoutRoutes } from "../pages/checkout/checkout.routes";
import { contractRoutes } from "../pages/contract/contract.routes";
import { homeRoutes } from "../pages/home/home.routes";
import { inquiryRoutes } from "../pages/inquiries/inquiries.routes";
import { meRoutes } from "../pages/me/me.routes";
import { messageRoutes } from "../pages/messages/messages.routes";
import { orderRoutes } from "../pages/order/order.routes";
import { ordersRoutes } from "../pages/orders/orders.routes";
import { papersRoutes } from "../pages/papers/papers.routes";
import { payRoutes } from "../pages/pay/pay.routes";
import { productRoutes } from "../pages/product/product.routes";
import { quotesRoutes } from "../pages/quotes/quotes.routes";
import { refundRoutes } from "../pages/refund/refund.routes";
import { reviewRoutes } from "../pages/review/review.routes";
import { searchRoutes } from "../pages/search/search.routes";
import { bareSessionRoutes, ownSessionRoutes } from "../pages/session/session.routes";
import { supplierRoutes } from "../pages/supplier/supplier.routes";
import { verifyRoutes } from "../pages/verify/verify.routes";
import { rootRoute, shopRoute, signedInRoute } from "./layout-routes";

// Each folder of pages lists its routes in <folder>.routes.tsx; here they are hung into a frame.
export const routeTree = rootRoute.addChildren([
  ...bareSessionRoutes,
  shopRoute.addChildren([
    ...homeRoutes,
    ...categoryRoutes,
    ...searchRoutes,
    ...productRoutes,
    ...checkoutRoutes,
    ...supplierRoutes,
    ...verifyRoutes,
    signedInRoute.addChildren([
      ...ownSessionRoutes,
      ...inquiryRoutes,
      ...ordersRoutes,
      ...orderRoutes,
      ...quotesRoutes,
      ...contractRoutes,
      ...papersRoutes,
      ...payRoutes,
      ...acceptRoutes,
      ...refundRoutes,
      ...reviewRoutes,
      ...meRoutes,
      ...messageRoutes,
    ]),
  ]),
]);
