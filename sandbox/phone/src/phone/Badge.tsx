import { useWords } from "../words/use-words";
import styles from "./HomeScreen.module.css";

/** How many messages wait, in red. */
export function Badge({ count }: { count: number }) {
  const { words } = useWords();
  return (
    <span className={styles["badge"]} role="img" aria-label={words.unread(count)}>
      {count > 99 ? "99+" : count}
    </span>
  );
}
