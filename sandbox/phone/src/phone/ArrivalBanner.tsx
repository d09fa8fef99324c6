import { useEffect, useState } from "react";
import { summaryOf } from "../chat/summary";
import { AccountAvatar } from "../ui/Avatar";
import { useWords } from "../words/use-words";
import styles from "./PhoneView.module.css";
import { usePhone } from "./use-phone";

const shownMs = 6000;

/** A message that comes while the chat isn't open slides in from above; pressing it opens the chat. */
export function ArrivalBanner() {
  const { account, chat, hand, way } = usePhone();
  const { words } = useWords();
  const last = chat.value?.items.at(-1) ?? null;
  const [seen, setSeen] = useState<string | null | undefined>(undefined);
  const [shown, setShown] = useState<string | null>(null);
  if (chat.value && seen !== (last?.id ?? null)) {
    setSeen(last?.id ?? null);
    const arrived = seen !== undefined && last?.from === "account";
    setShown(arrived && hand.stack.at(-1)?.at !== "chat" ? last.id : null);
  }
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  const open = () => {
    setShown(null);
    way.jump({ at: "chat" });
  };
  return (
    <div role="status" className={styles["bannerPlace"]}>
      {shown && last?.id === shown && (
        <button type="button" className={styles["banner"]} onClick={open}>
          <AccountAvatar size={36} />
          <span className={styles["bannerText"]}>
            <strong>{account.name}</strong>
            <span>{summaryOf(last, words)}</span>
          </span>
        </button>
      )}
    </div>
  );
}
