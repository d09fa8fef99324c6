import { ChevronRight, ScanLine, Search } from "lucide-react";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import styles from "./HomeScreen.module.css";
import { NavBar } from "./NavBar";
import { usePhone } from "./use-phone";

/** 发现: scanning and searching. */
export function DiscoverTab() {
  const { way } = usePhone();
  const { words } = useWords();
  return (
    <>
      <NavBar title={words.discover} />
      <div className={styles["body"]}>
        <div className={styles["group"]}>
          <button type="button" className={styles["cell"]} onClick={() => way.go({ at: "scan" })}>
            <Icon of={ScanLine} size={22} />
            <span className={styles["cellMain"]}>{words.scan}</span>
            <Icon of={ChevronRight} size={18} />
          </button>
          <button type="button" className={styles["cell"]} onClick={() => way.go({ at: "search" })}>
            <Icon of={Search} size={22} />
            <span className={styles["cellMain"]}>{words.findAccount}</span>
            <Icon of={ChevronRight} size={18} />
          </button>
        </div>
      </div>
    </>
  );
}
