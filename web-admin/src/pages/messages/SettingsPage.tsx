import { NoticeSettings } from "@kaidan/web-kit/notices/NoticeSettings";
import { staffTopics } from "@kaidan/web-kit/vocabulary/staff-notices";

/** Which notices also come by WeChat, text message or e-mail. */
export function SettingsPage() {
  return <NoticeSettings topics={staffTopics} />;
}
