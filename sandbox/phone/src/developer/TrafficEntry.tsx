import { ArrowDownLeft, ArrowUpRight, type LucideIcon, MessageSquareReply, Send, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { preciseText } from "../chat/time";
import { control } from "../control/client";
import type { Direction, LogEntry } from "../control/types";
import { Icon } from "../ui/Icon";
import { useDeed } from "../ui/use-deed";
import { useWords } from "../words/use-words";
import styles from "./DeveloperDrawer.module.css";
import { pretty } from "./pretty";
import { errcodeOf, isTroubled } from "./traffic";

const icons: Record<Direction, LucideIcon> = {
  push: Send,
  reply: MessageSquareReply,
  call: ArrowUpRight,
  answer: ArrowDownLeft,
};

/** One line of the traffic; pressing it shows the body. */
export function TrafficEntry({ entry, name }: { entry: LogEntry; name: string | null }) {
  const { words } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  const troubled = isTroubled(entry);
  const errcode = errcodeOf(entry);
  return (
    <li className={styles["entry"]} data-direction={entry.direction} data-troubled={troubled || undefined}>
      <button
        type="button"
        className={styles["line"]}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles["sign"]} title={words[entry.direction]}>
          <Icon of={troubled ? TriangleAlert : icons[entry.direction]} size={16} />
        </span>
        <span className={styles["what"]}>
          <span className={styles["entryTitle"]}>{entry.title}</span>
          <span className={styles["facts"]}>
            <span>{words[entry.direction]}</span>
            {name && <span>{name}</span>}
            {entry.status !== null && <span>{entry.status}</span>}
            {entry.ms !== null && <span>{entry.ms} ms</span>}
            {errcode && errcode !== entry.verdict && <span className={styles["verdict"]}>{errcode}</span>}
            {entry.verdict && <span className={styles["verdict"]}>{entry.verdict}</span>}
          </span>
        </span>
        <time className={styles["at"]} dateTime={new Date(entry.at).toISOString()}>
          {preciseText(entry.at)}
        </time>
      </button>
      <div id={id} hidden={!open}>
        {open && <Body entry={entry} />}
      </div>
    </li>
  );
}

function Body({ entry }: { entry: LogEntry }) {
  const { words } = useWords();
  const [sealed, setSealed] = useState(false);
  const { run, said } = useDeed();
  const body = sealed && entry.wire !== null ? entry.wire : entry.body;
  return (
    <div className={styles["body"]}>
      <pre>{body === "" ? words.emptyBody : pretty(body)}</pre>
      <div className={styles["chips"]}>
        {entry.wire !== null && (
          <button type="button" className={styles["chip"]} aria-pressed={sealed} onClick={() => setSealed(!sealed)}>
            {sealed ? words.asRead : words.asSent}
          </button>
        )}
        <button
          type="button"
          className={styles["chip"]}
          onClick={() => void run(() => navigator.clipboard.writeText(body), words.copied)}
        >
          {words.copyBody}
        </button>
        {entry.direction === "push" && (
          <button
            type="button"
            className={styles["chip"]}
            onClick={() => void run(() => control.replay(entry.id), words.replayed)}
          >
            {words.replay}
          </button>
        )}
        <span role="status" className={styles["said"]}>
          {said}
        </span>
      </div>
    </div>
  );
}
