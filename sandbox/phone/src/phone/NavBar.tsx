import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/IconButton";
import { useWords } from "../words/use-words";
import styles from "./NavBar.module.css";
import { usePhone } from "./use-phone";

/** The bar above a screen: a way back, the title, and what can be done here. */
export function NavBar({ title, plain = false, children }: { title: string; plain?: boolean; children?: ReactNode }) {
  const { way, hand } = usePhone();
  const { words } = useWords();
  return (
    <header className={plain ? styles["plain"] : styles["bar"]}>
      <div className={styles["side"]}>
        {hand.stack.length > 0 && (
          <IconButton icon={ChevronLeft} label={words.back} size={26} onClick={() => way.back()} />
        )}
      </div>
      {title === "" ? <span /> : <h2 className={styles["title"]}>{title}</h2>}
      <div className={styles["end"]}>{children}</div>
    </header>
  );
}
