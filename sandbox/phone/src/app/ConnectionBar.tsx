import { Unplug } from "lucide-react";
import { useStore, useWorld } from "../control/use-world";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import styles from "./App.module.css";

/** Says so while the sandbox can't be heard. */
export function ConnectionBar() {
  const connection = useStore(useWorld().connection);
  const { words } = useWords();
  return (
    <div role="status">
      {connection === "lost" && (
        <p className={styles["lost"]}>
          <Icon of={Unplug} size={16} />
          {words.lost}
        </p>
      )}
    </div>
  );
}
