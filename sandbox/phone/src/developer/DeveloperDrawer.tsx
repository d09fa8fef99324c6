import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ControlState } from "../control/types";
import { Dialog } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { useWords } from "../words/use-words";
import { Controls } from "./Controls";
import styles from "./DeveloperDrawer.module.css";
import { Traffic } from "./Traffic";

interface Props {
  state: ControlState;
  phoneId: string | null;
  onPhone: (phoneId: string | null) => void;
  onClose: () => void;
  /** On a narrow screen the drawer covers the page; on a wide one it stands beside the phones. */
  narrow: boolean;
}

/** The developer's side: what went over the wire, and the switches that make it go wrong. */
export function DeveloperDrawer({ state, phoneId, onPhone, onClose, narrow }: Props) {
  const { words } = useWords();
  const [tab, setTab] = useState<"traffic" | "controls">("traffic");
  const tabs = (
    <div className={styles["tabs"]}>
      <div role="tablist" aria-label={words.developer}>
        {(["traffic", "controls"] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`developer-${name}`}
            aria-selected={tab === name}
            aria-controls="developer-panel"
            onClick={() => setTab(name)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      {!narrow && <IconButton icon={X} label={words.close} onClick={onClose} />}
    </div>
  );
  const panel = (
    <div id="developer-panel" role="tabpanel" aria-labelledby={`developer-${tab}`} className={styles["panel"]}>
      {tab === "traffic" ? (
        <Traffic phones={state.phones} phoneId={phoneId} onPhone={onPhone} />
      ) : (
        <Controls state={state} />
      )}
    </div>
  );
  return <Frame narrow={narrow} onClose={onClose} top={tabs} panel={panel} />;
}

function Frame(props: { narrow: boolean; onClose: () => void; top: ReactNode; panel: ReactNode }) {
  const { words } = useWords();
  if (!props.narrow)
    return (
      <aside className={styles["drawer"]} aria-label={words.developer}>
        {props.top}
        {props.panel}
      </aside>
    );
  return (
    <Dialog title={words.developer} full onClose={props.onClose}>
      {props.top}
      {props.panel}
    </Dialog>
  );
}
