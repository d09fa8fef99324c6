import { Notices } from "@kaidan/web-kit/notices/Notices";
import { supplierNotices } from "@kaidan/web-kit/vocabulary/supplier-notices";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/signedIn/messages");

/** What this supplier's people were told: offers, decisions about their work. */
export function MessagesPage() {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Notices
      words={supplierNotices}
      unreadOnly={show === "unread"}
      onUnreadOnly={(unreadOnly) =>
        void navigate({ search: { show: unreadOnly ? "unread" : undefined }, replace: true })
      }
    />
  );
}
