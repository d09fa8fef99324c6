import { ChevronRight } from "lucide-react";
import type { Phone } from "../control/types";
import { usePhoneDeeds } from "../phone/use-phone-in-hand";
import { PersonAvatar } from "../ui/Avatar";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/Icon";
import ui from "../ui/ui.module.css";
import { useWords } from "../words/use-words";
import styles from "./ScanChooser.module.css";

interface Props {
  text: string;
  phones: Phone[];
  /** Brings the chosen phone into view before it scans. */
  onShow: (phone: Phone) => void;
  onClose: () => void;
}

/** A code came with the page's address: one press decides which phone scans it. */
export function ScanChooser({ text, phones, onShow, onClose }: Props) {
  const { words } = useWords();
  return (
    <Dialog title={words.scanWith} hint={words.scanWithHint} onClose={onClose}>
      <p className={styles["code"]}>
        <span>{words.scannedText}</span>
        {text}
      </p>
      <ul className={styles["phones"]}>
        {phones.map((phone) => (
          <PhoneChoice
            key={phone.id}
            phone={phone}
            text={text}
            onChosen={() => {
              onShow(phone);
              onClose();
            }}
          />
        ))}
      </ul>
      <div className={ui["buttons"]}>
        <button type="button" className={ui["button"]} onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}

function PhoneChoice({ phone, text, onChosen }: { phone: Phone; text: string; onChosen: () => void }) {
  const { words } = useWords();
  const { scan } = usePhoneDeeds(phone.id);
  const choose = () => {
    onChosen();
    void scan(text);
  };
  return (
    <li>
      <button type="button" className={styles["choice"]} onClick={choose}>
        <PersonAvatar name={phone.name} size={36} />
        <span className={styles["name"]}>{phone.name}</span>
        <span className={styles["state"]}>{phone.followed ? words.followedNow : words.notFollowed}</span>
        <Icon of={ChevronRight} size={18} />
      </button>
    </li>
  );
}
