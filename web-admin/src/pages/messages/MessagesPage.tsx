import { Notices } from "@kaidan/web-kit/notices/Notices";
import { staffNotices } from "@kaidan/web-kit/vocabulary/staff-notices";
import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/signedIn/messages");

/** What waits for this person of the platform, as it was told them. */
export function MessagesPage() {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Notices
      words={staffNotices}
      unreadOnly={show === "unread"}
      onUnreadOnly={(unreadOnly) =>
        void navigate({ search: { show: unreadOnly ? "unread" : undefined }, replace: true })
      }
    />
  );
}
