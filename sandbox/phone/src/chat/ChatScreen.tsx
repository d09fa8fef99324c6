import { UserRound } from "lucide-react";
import { useState } from "react";
import { NavBar } from "../phone/NavBar";
import { usePhone } from "../phone/use-phone";
import { Waiting } from "../ui/Blank";
import { IconButton } from "../ui/IconButton";
import { useWords } from "../words/use-words";
import { ChatLog } from "./ChatLog";
import styles from "./ChatScreen.module.css";
import { Composer } from "./Composer";
import { MenuBar } from "./MenuBar";
import { useReading } from "./use-reading";

/** The conversation with the service account. */
export function ChatScreen() {
  const { account, phone, chat, reloadChat, way } = usePhone();
  const { words } = useWords();
  const menu = chat.value?.menu ?? null;
  const [typing, setTyping] = useState(false);
  useReading();
  return (
    <>
      <NavBar title={account.name}>
        <IconButton
          icon={UserRound}
          label={words.accountInfo}
          size={22}
          onClick={() => way.go({ at: "profile", qr: null })}
        />
      </NavBar>
      {chat.value ? (
        <ChatLog items={chat.value.items.filter((item) => item.kind !== "notice")} />
      ) : (
        <div className={styles["log"]}>
          <Waiting problem={chat.problem} onRetry={reloadChat} />
        </div>
      )}
      {!phone.followed && (
        <div className={styles["notFollowing"]}>
          <p>{words.notFollowing}</p>
          <button type="button" onClick={() => way.go({ at: "profile", qr: null })}>
            {words.followShort}
          </button>
        </div>
      )}
      {phone.followed && menu && !typing && <MenuBar menu={menu} onKeyboard={() => setTyping(true)} />}
      {phone.followed && (!menu || typing) && <Composer onMenu={menu ? () => setTyping(false) : null} />}
    </>
  );
}
