import { ChevronRight } from "lucide-react";
import type { Card } from "../control/types";
import { usePhone } from "../phone/use-phone";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import styles from "./Card.module.css";
import { webAddress } from "./link-text";

/** A template message: its fixed title, rows of label and value, and the way to its page when it has one. */
export function TemplateCard({ card }: { card: Card }) {
  const { openPage } = usePhone();
  const { words } = useWords();
  const address = webAddress(card.url);
  return (
    <article className={styles["card"]} aria-label={card.title}>
      <h3 className={styles["title"]}>{card.title}</h3>
      <dl className={styles["rows"]}>
        {card.rows.map((row) => (
          <div key={row.label} className={styles["row"]}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {address && (
        <button type="button" className={styles["open"]} onClick={() => openPage(address)}>
          {words.details}
          <Icon of={ChevronRight} size={16} />
        </button>
      )}
    </article>
  );
}
