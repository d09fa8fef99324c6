import { CirclePlus, Menu } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { control } from "../control/client";
import { usePhone } from "../phone/use-phone";
import { IconButton } from "../ui/IconButton";
import { useWords } from "../words/use-words";
import styles from "./Composer.module.css";
import { PlusPanel } from "./PlusPanel";

/** Where a person types. Enter sends, Shift+Enter begins a new line; what could not be sent comes back to be sent again. */
export function Composer({ onMenu }: { onMenu: (() => void) | null }) {
  const input = useRef<HTMLTextAreaElement>(null);
  const { phone, attempt } = usePhone();
  const { words } = useWords();
  const [text, setText] = useState("");
  const [plus, setPlus] = useState(false);
  // Who asked for the keyboard wants to type; where there is no menu, nobody asked.
  const asked = onMenu !== null;
  useEffect(() => {
    if (asked) input.current?.focus({ preventScroll: true });
  }, [asked]);
  const send = async () => {
    const message = text.trim();
    if (message === "") return;
    setText("");
    const sent = await attempt(() => control.text(phone.id, message));
    if (!sent) setText((typed) => typed || message);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter picks a word and sends nothing.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={styles["place"]}>
      <div className={styles["bar"]}>
        {onMenu && <IconButton icon={Menu} label={words.toMenu} size={24} onClick={onMenu} />}
        <textarea
          ref={input}
          className={styles["input"]}
          rows={1}
          maxLength={2000}
          aria-label={words.messageInput}
          enterKeyHint="send"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setPlus(false)}
        />
        {text.trim() === "" ? (
          <IconButton
            icon={CirclePlus}
            label={words.plusPanel}
            size={26}
            aria-expanded={plus}
            onClick={() => setPlus(!plus)}
          />
        ) : (
          <button type="button" className={styles["send"]} onClick={send}>
            {words.send}
          </button>
        )}
      </div>
      {plus && <PlusPanel onSent={() => setPlus(false)} />}
    </div>
  );
}
