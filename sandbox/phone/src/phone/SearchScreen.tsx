import { useState } from "react";
import { Blank } from "../ui/Blank";
import { useWords } from "../words/use-words";
import { AccountCell } from "./AccountCell";
import styles from "./HomeScreen.module.css";
import { NavBar } from "./NavBar";
import { usePhone } from "./use-phone";

/** Finds the service account by its name. */
export function SearchScreen() {
  const { account } = usePhone();
  const { words } = useWords();
  const [text, setText] = useState("");
  const found = account.name.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <>
      <NavBar title={words.findAccount} />
      <div className={styles["body"]}>
        <div className={styles["searchField"]}>
          <input
            type="search"
            aria-label={words.searchHint}
            placeholder={words.searchHint}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {found ? (
          <div className={styles["rows"]}>
            <AccountCell />
          </div>
        ) : (
          <Blank title={words.noAccountFound} />
        )}
      </div>
    </>
  );
}
