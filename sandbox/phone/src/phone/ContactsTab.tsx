import { useWords } from "../words/use-words";
import { AccountCell } from "./AccountCell";
import styles from "./HomeScreen.module.css";
import { NavBar } from "./NavBar";

/** The service accounts there are; people have no names of each other here. */
export function ContactsTab() {
  const { words } = useWords();
  return (
    <>
      <NavBar title={words.contacts} />
      <div className={styles["body"]}>
        <h3 className={styles["groupTitle"]}>{words.serviceAccounts}</h3>
        <div className={styles["rows"]}>
          <AccountCell />
        </div>
      </div>
    </>
  );
}
