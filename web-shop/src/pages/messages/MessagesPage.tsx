import { Notices } from "@kaidan/web-kit/notices/Notices";
import { customerNotices } from "@kaidan/web-kit/vocabulary/customer-notices";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/shop/signedIn/messages");

/** What the customer was told: orders, money, progress. */
export function MessagesPage() {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Notices
      words={customerNotices}
      unreadOnly={show === "unread"}
      onUnreadOnly={(unreadOnly) =>
        void navigate({ search: { show: unreadOnly ? "unread" : undefined }, replace: true })
      }
    />
  );
}
