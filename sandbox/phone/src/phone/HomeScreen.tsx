import { CircleUserRound, Compass, type LucideIcon, MessageCircle, Users } from "lucide-react";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import { Badge } from "./Badge";
import { ChatsTab } from "./ChatsTab";
import { ContactsTab } from "./ContactsTab";
import { DiscoverTab } from "./DiscoverTab";
import styles from "./HomeScreen.module.css";
import type { Tab } from "./hand";
import { MeTab } from "./MeTab";
import { usePhone } from "./use-phone";

const icons: Record<Tab, LucideIcon> = {
  chats: MessageCircle,
  contacts: Users,
  discover: Compass,
  me: CircleUserRound,
};

const tabs: Tab[] = ["chats", "contacts", "discover", "me"];

/** WeChat's four tabs. */
export function HomeScreen() {
  const { hand, way, phone } = usePhone();
  const { words } = useWords();
  return (
    <>
      {hand.tab === "chats" && <ChatsTab />}
      {hand.tab === "contacts" && <ContactsTab />}
      {hand.tab === "discover" && <DiscoverTab />}
      {hand.tab === "me" && <MeTab />}
      <nav className={styles["tabs"]} aria-label={words.tabsOf(phone.name)}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className={styles["tab"]}
            aria-current={hand.tab === tab ? "page" : undefined}
            onClick={() => way.change({ tab })}
          >
            <span className={styles["tabIcon"]}>
              <Icon of={icons[tab]} size={24} />
              {tab === "chats" && phone.unread > 0 && <Badge count={phone.unread} />}
            </span>
            {words[tab]}
          </button>
        ))}
      </nav>
    </>
  );
}
