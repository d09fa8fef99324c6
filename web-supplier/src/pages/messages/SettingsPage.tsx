import { NoticeSettings } from "@kaidan/web-kit/notices/NoticeSettings";
import { supplierTopics } from "@kaidan/web-kit/vocabulary/supplier-notices";

/** Which notices also come by WeChat, text message or e-mail. */
export function SettingsPage() {
  return <NoticeSettings topics={supplierTopics} />;
}
