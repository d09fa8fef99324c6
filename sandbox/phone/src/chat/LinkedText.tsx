import { usePhone } from "../phone/use-phone";
import styles from "./ChatEntry.module.css";
import { piecesOf } from "./link-text";

/** Words with links that open in the phone's own browser. Nothing in a message is ever taken as markup of this page. */
export function LinkedText({ text }: { text: string }) {
  const { openPage } = usePhone();
  return piecesOf(text).map((piece, index) =>
    piece.kind === "text" ? (
      piece.text
    ) : (
      <a
        key={index}
        href={piece.href}
        rel="noreferrer"
        className={styles["link"]}
        onClick={(event) => {
          event.preventDefault();
          openPage(piece.href);
        }}
      >
        {piece.text}
      </a>
    ),
  );
}
