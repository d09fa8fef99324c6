import type { Card, ChatItem } from "../control/types";
import { NavBar } from "../phone/NavBar";
import { usePhone } from "../phone/use-phone";
import { AccountAvatar } from "../ui/Avatar";
import { Blank, Waiting } from "../ui/Blank";
import { useWords } from "../words/use-words";
import styles from "./ChatScreen.module.css";
import { TemplateCard } from "./TemplateCard";
import { timeText } from "./time";
import { useReading } from "./use-reading";
import { useStayingBelow } from "./use-staying-below";

/** The folder of service notices: every card this phone received, the newest below. */
export function NoticesScreen() {
  const { account, chat, reloadChat, now } = usePhone();
  const { words, language } = useWords();
  const cards = (chat.value?.items ?? []).filter(isNotice);
  useReading();
  const { frame, follow } = useStayingBelow(cards.at(-1)?.id ?? null);
  return (
    <>
      <NavBar title={words.serviceNotices} />
      <div ref={frame} className={styles["log"]} role="log" aria-label={words.serviceNotices} onScroll={follow}>
        {!chat.value && <Waiting problem={chat.problem} onRetry={reloadChat} />}
        {chat.value && cards.length === 0 && <Blank title={words.noNotices} />}
        {cards.map((item) => (
          <div key={item.id}>
            <p className={styles["noticeFrom"]}>
              <AccountAvatar size={20} />
              {account.name}
              <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at, now, language)}</time>
            </p>
            <TemplateCard card={item.card} />
          </div>
        ))}
      </div>
    </>
  );
}

const isNotice = (item: ChatItem): item is ChatItem & { card: Card } =>
  item.card !== undefined && (item.kind === "card" || item.kind === "notice");
