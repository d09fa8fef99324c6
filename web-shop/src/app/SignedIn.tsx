import { RequireSession } from "@kaidan/web-kit/session/RequireSession";
import { Outlet } from "@tanstack/react-router";

/** Parent of every page that belongs to one customer. */
export function SignedIn() {
  return (
    <RequireSession>
      <Outlet />
    </RequireSession>
  );
}
