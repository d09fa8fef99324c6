import type { ChatItem } from "../control/types";
import { usePhone } from "../phone/use-phone";
import { AccountAvatar, PersonAvatar } from "../ui/Avatar";
import { useWords } from "../words/use-words";
import styles from "./ChatEntry.module.css";
import { LinkedText } from "./LinkedText";
import { NewsCard } from "./NewsCard";
import { TemplateCard } from "./TemplateCard";

/** One message: a bubble, a card, or a grey line of WeChat's own. */
export function ChatEntry({ item }: { item: ChatItem }) {
  const { account, phone } = usePhone();
  const { words } = useWords();
  if (item.from === "system")
    return (
      <p className={styles["system"]}>
        <LinkedText text={item.text ?? ""} />
      </p>
    );
  if (item.card && item.kind !== "news") return <TemplateCard card={item.card} />;
  const mine = item.from === "me";
  return (
    <div className={mine ? styles["mine"] : styles["theirs"]}>
      {mine ? <PersonAvatar name={phone.name} /> : <AccountAvatar />}
      <span className={styles["speaker"]}>{mine ? words.meSays : account.name}</span>
      {item.card ? (
        <NewsCard card={item.card} description={item.text ?? ""} />
      ) : (
        <div className={mine ? styles["mineBubble"] : styles["theirBubble"]}>
          <LinkedText text={item.text ?? ""} />
        </div>
      )}
    </div>
  );
}
