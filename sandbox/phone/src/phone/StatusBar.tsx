import { BatteryFull, Signal, Wifi } from "lucide-react";
import { clockText } from "../chat/time";
import { Icon } from "../ui/Icon";
import styles from "./PhoneView.module.css";

/** The strip above everything: the sandbox's own time, and signs that all is well with the phone. */
export function StatusBar({ now }: { now: number }) {
  return (
    <div className={styles["status"]} aria-hidden>
      <span className={styles["clock"]}>{clockText(now)}</span>
      <span className={styles["island"]} />
      <span className={styles["signs"]}>
        <Icon of={Signal} size={15} />
        <Icon of={Wifi} size={15} />
        <Icon of={BatteryFull} size={19} />
      </span>
    </div>
  );
}
