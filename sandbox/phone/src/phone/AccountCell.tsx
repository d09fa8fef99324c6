import { ChevronRight } from "lucide-react";
import { AccountAvatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import styles from "./HomeScreen.module.css";
import { usePhone } from "./use-phone";

/** The service account in a list of contacts; leads to its profile. */
export function AccountCell() {
  const { account, phone, way } = usePhone();
  const { words } = useWords();
  return (
    <button type="button" className={styles["cell"]} onClick={() => way.go({ at: "profile", qr: null })}>
      <AccountAvatar size={40} />
      <span className={styles["cellMain"]}>{account.name}</span>
      <span className={styles["cellHint"]}>{phone.followed ? words.followedNow : words.notFollowed}</span>
      <span className={styles["cellEnd"]}>
        <Icon of={ChevronRight} size={18} />
      </span>
    </button>
  );
}
