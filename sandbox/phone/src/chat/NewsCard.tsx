import type { Card } from "../control/types";
import { usePhone } from "../phone/use-phone";
import styles from "./Card.module.css";
import { webAddress } from "./link-text";

/** An article the account sent: its title and a few words. Pressing it opens the page. */
export function NewsCard({ card, description }: { card: Card; description: string }) {
  const { openPage } = usePhone();
  const address = webAddress(card.url);
  return (
    <article className={styles["news"]} aria-label={card.title}>
      <h3 className={styles["newsTitle"]}>
        {address ? (
          <button type="button" className={styles["newsOpen"]} onClick={() => openPage(address)}>
            {card.title}
          </button>
        ) : (
          card.title
        )}
      </h3>
      {description && <p className={styles["newsHint"]}>{description}</p>}
    </article>
  );
}
