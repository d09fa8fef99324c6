import { NoticeSettings } from "@kaidan/web-kit/notices/NoticeSettings";
import { customerTopics } from "@kaidan/web-kit/vocabulary/customer-notices";

/** Which notices also come by WeChat, text message or e-mail. */
export function SettingsPage() {
  return <NoticeSettings topics={customerTopics} />;
}
