import { bareSessionRoutes, ownSessionRoutes } from "../pages/session/session.routes";
import { rootRoute, shopRoute, signedInRoute } from "./layout-routes";

// Each folder of pages lists its routes in <folder>.routes.tsx; here they are hung into a frame.
export const routeTree = rootRoute.addChildren([
  ...bareSessionRoutes,
  shopRoute.addChildren([signedInRoute.addChildren([...ownSessionRoutes])]),
]);
