import { BellRing, CirclePlus, ScanLine, Search, UserRoundPlus } from "lucide-react";
import { useCallback, useState } from "react";
import { summaryOf } from "../chat/summary";
import { shortTimeText } from "../chat/time";
import { AccountAvatar } from "../ui/Avatar";
import { Blank, Waiting } from "../ui/Blank";
import { Icon } from "../ui/Icon";
import { IconButton } from "../ui/IconButton";
import { useLeaving } from "../ui/use-leaving";
import { useWords } from "../words/use-words";
import { ConversationRow } from "./ConversationRow";
import styles from "./HomeScreen.module.css";
import { NavBar } from "./NavBar";
import { usePhone } from "./use-phone";

/** The list of conversations: the service account, and the folder of its notices. */
export function ChatsTab() {
  const { account, phone, chat, reloadChat, now, way } = usePhone();
  const { words, language } = useWords();
  const items = chat.value?.items ?? [];
  const last = items.findLast((item) => item.kind !== "notice");
  const lastCard = items.findLast((item) => item.kind === "card" || item.kind === "notice");
  const time = (at: number) => shortTimeText(at, now, language);
  return (
    <>
      <NavBar title={words.chats}>
        <PlusMenu />
      </NavBar>
      <div className={styles["body"]}>
        <button type="button" className={styles["search"]} onClick={() => way.go({ at: "search" })}>
          <Icon of={Search} size={16} />
          {words.search}
        </button>
        {!chat.value && <Waiting problem={chat.problem} onRetry={reloadChat} />}
        {chat.value && !phone.followed && !last && <FirstSteps />}
        <ul className={styles["rows"]}>
          {(phone.followed || last) && chat.value && (
            <ConversationRow
              avatar={<AccountAvatar size={48} />}
              name={account.name}
              time={last ? time(last.at) : ""}
              text={last ? summaryOf(last, words) : ""}
              unread={phone.unread}
              onOpen={() => way.go({ at: "chat" })}
            />
          )}
          {lastCard?.card && (
            <ConversationRow
              avatar={
                <span className={styles["noticeIcon"]}>
                  <Icon of={BellRing} size={24} />
                </span>
              }
              name={words.serviceNotices}
              time={time(lastCard.at)}
              text={lastCard.card.title}
              unread={0}
              onOpen={() => way.go({ at: "notices" })}
            />
          )}
        </ul>
      </div>
    </>
  );
}

/** A new phone is empty: two ways to begin. */
function FirstSteps() {
  const { way } = usePhone();
  const { words } = useWords();
  return (
    <Blank title={words.emptyChats} hint={words.emptyChatsHint}>
      <div className={styles["steps"]}>
        <button type="button" className={styles["stepButton"]} onClick={() => way.go({ at: "scan" })}>
          <Icon of={ScanLine} size={18} />
          {words.scan}
        </button>
        <button type="button" className={styles["stepButton"]} onClick={() => way.go({ at: "search" })}>
          <Icon of={UserRoundPlus} size={18} />
          {words.findAccount}
        </button>
      </div>
    </Blank>
  );
}

/** The ＋ in the corner. */
function PlusMenu() {
  const { way } = usePhone();
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  const place = useLeaving<HTMLDivElement>(useCallback(() => setOpen(false), []));
  return (
    <div ref={place} className={styles["plus"]}>
      <IconButton
        icon={CirclePlus}
        label={words.moreActions}
        size={22}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className={styles["plusMenu"]}>
          <button type="button" onClick={() => way.go({ at: "scan" })}>
            <Icon of={ScanLine} />
            {words.scan}
          </button>
          <button type="button" onClick={() => way.go({ at: "search" })}>
            <Icon of={UserRoundPlus} />
            {words.findAccount}
          </button>
        </div>
      )}
    </div>
  );
}
