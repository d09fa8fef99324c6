import { ArrowDown } from "lucide-react";
import { Fragment, useState } from "react";
import type { ChatItem } from "../control/types";
import { usePhone } from "../phone/use-phone";
import { Blank } from "../ui/Blank";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import { ChatEntry } from "./ChatEntry";
import styles from "./ChatScreen.module.css";
import { dividerBetween, timeText } from "./time";
import { useStayingBelow } from "./use-staying-below";

const shownAtFirst = 100;

/** The messages, oldest above. It stays at the newest one unless somebody scrolled up; then a button leads down. */
export function ChatLog({ items }: { items: ChatItem[] }) {
  const { now } = usePhone();
  const { words, language } = useWords();
  const [limit, setLimit] = useState(shownAtFirst);
  const shown = items.slice(-limit);
  const { frame, follow, below, toEnd } = useStayingBelow(items.at(-1)?.id ?? null);
  return (
    <div className={styles["logPlace"]}>
      <div ref={frame} className={styles["log"]} role="log" aria-label={words.chatLog} onScroll={follow}>
        {items.length > limit && (
          <button type="button" className={styles["earlier"]} onClick={() => setLimit(limit + shownAtFirst)}>
            {words.earlier}
          </button>
        )}
        {items.length === 0 && <Blank title={words.emptyChats} hint={words.emptyChat} />}
        {shown.map((item, index) => (
          <Fragment key={item.id}>
            {dividerBetween(shown[index - 1]?.at ?? null, item.at) && (
              <p className={styles["time"]}>
                <time dateTime={new Date(item.at).toISOString()}>{timeText(item.at, now, language)}</time>
              </p>
            )}
            <ChatEntry item={item} />
          </Fragment>
        ))}
      </div>
      {below && (
        <button type="button" className={styles["toEnd"]} onClick={toEnd}>
          <Icon of={ArrowDown} size={16} />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}
