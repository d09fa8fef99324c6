import type { ReactNode } from "react";
import { Badge } from "./Badge";
import styles from "./HomeScreen.module.css";

interface Props {
  avatar: ReactNode;
  name: string;
  time: string;
  text: string;
  unread: number;
  onOpen: () => void;
}

/** One conversation in the list: who, when, the last message, and what waits unread. */
export function ConversationRow({ avatar, name, time, text, unread, onOpen }: Props) {
  return (
    <li>
      <button type="button" className={styles["row"]} onClick={onOpen}>
        <span className={styles["rowAvatar"]}>
          {avatar}
          {unread > 0 && <Badge count={unread} />}
        </span>
        <span className={styles["rowText"]}>
          <span className={styles["rowName"]}>{name}</span>
          <span className={styles["rowTime"]}>{time}</span>
          <span className={styles["rowLast"]}>{text}</span>
        </span>
      </button>
    </li>
  );
}
