import { CodeXml, EyeOff, Pencil, SquareArrowOutUpRight, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Account, Phone } from "../control/types";
import { useStore } from "../control/use-world";
import { RemovePhoneDialog, RenamePhoneDialog } from "../phone/PhoneDialogs";
import { PhoneView } from "../phone/PhoneView";
import { Blank } from "../ui/Blank";
import { Icon } from "../ui/Icon";
import { IconButton } from "../ui/IconButton";
import { useWords } from "../words/use-words";
import styles from "./App.module.css";
import { changeView, toggled, view } from "./view";

/** Several phones side by side, each with its owner's name and what can be done with it. */
export function Desktop({ phones, shown, account }: { phones: Phone[]; shown: Phone[]; account: Account }) {
  const { words } = useWords();
  const desk = useFrontInSight(shown);
  if (phones.length === 0) return <Blank title={words.noPhones} hint={words.noPhonesHint} />;
  if (shown.length === 0) return <Blank title={words.noneShown} hint={words.noneShownHint} />;
  return (
    <main ref={desk} className={styles["desk"]}>
      {shown.map((phone) => (
        <div key={phone.id} className={styles["place"]}>
          <Caption phone={phone} onHide={() => changeView({ shown: toggled(phones, shown, phone.id) })} />
          <PhoneView phone={phone} account={account} framed />
        </div>
      ))}
    </main>
  );
}

/** Scrolls the desk to the phone that was brought to the front, as for a scan, as soon as it stands there. */
function useFrontInSight(shown: Phone[]) {
  const desk = useRef<HTMLElement>(null);
  const { front } = useStore(view);
  const standing = shown.some((phone) => phone.id === front) ? front : null;
  useEffect(() => {
    if (standing === null) return;
    const phone = desk.current?.querySelector(`[data-phone="${CSS.escape(standing)}"]`);
    phone?.scrollIntoView({ block: "nearest" });
  }, [standing]);
  return desk;
}

function Caption({ phone, onHide }: { phone: Phone; onHide: () => void }) {
  const { words } = useWords();
  const [asking, setAsking] = useState<"rename" | "remove" | null>(null);
  return (
    <div className={styles["caption"]}>
      <h2>{phone.name}</h2>
      <IconButton icon={Pencil} label={words.rename} size={17} onClick={() => setAsking("rename")} />
      <IconButton
        icon={CodeXml}
        label={words.developerOf(phone.name)}
        size={17}
        onClick={() => changeView({ developer: true, traffic: phone.id })}
      />
      <a
        className={styles["captionLink"]}
        href={`/#phone=${encodeURIComponent(phone.id)}`}
        target="_blank"
        rel="noreferrer"
        aria-label={words.alone}
        title={words.alone}
      >
        <Icon of={SquareArrowOutUpRight} size={17} />
      </a>
      <IconButton icon={EyeOff} label={words.hide} size={17} onClick={onHide} />
      <IconButton icon={Trash2} label={words.remove} size={17} onClick={() => setAsking("remove")} />
      {asking === "rename" && <RenamePhoneDialog phone={phone} onClose={() => setAsking(null)} />}
      {asking === "remove" && <RemovePhoneDialog phone={phone} onClose={() => setAsking(null)} />}
    </div>
  );
}
