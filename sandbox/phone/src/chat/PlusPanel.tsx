import { Image, MapPin } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { control } from "../control/client";
import { usePhone } from "../phone/use-phone";
import { smallPicture } from "../scan/picture";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import styles from "./Composer.module.css";
import { places } from "./places";

/** What can be sent besides words: a picture of this computer, or one of a few places. */
export function PlusPanel({ onSent }: { onSent: () => void }) {
  const { phone, attempt, toast } = usePhone();
  const { words } = useWords();
  const [choosing, setChoosing] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const sendPicture = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    const dataUrl = await smallPicture(chosen);
    if (!dataUrl) toast(words.imageUnreadable);
    else if (await attempt(() => control.image(phone.id, dataUrl))) onSent();
  };
  if (choosing)
    return (
      <div role="group" aria-label={words.choosePlace} className={styles["places"]}>
        {places.map((place) => (
          <button
            key={place.label}
            type="button"
            onClick={() => void attempt(() => control.location(phone.id, place)).then((sent) => sent && onSent())}
          >
            <Icon of={MapPin} size={18} />
            {place.label}
          </button>
        ))}
      </div>
    );
  return (
    <div className={styles["panel"]}>
      <button type="button" className={styles["choice"]} onClick={() => file.current?.click()}>
        <span className={styles["choiceIcon"]}>
          <Icon of={Image} size={26} />
        </span>
        {words.album}
      </button>
      <button type="button" className={styles["choice"]} onClick={() => setChoosing(true)}>
        <span className={styles["choiceIcon"]}>
          <Icon of={MapPin} size={26} />
        </span>
        {words.place}
      </button>
      <input ref={file} type="file" accept="image/*" hidden aria-label={words.album} onChange={sendPicture} />
    </div>
  );
}
