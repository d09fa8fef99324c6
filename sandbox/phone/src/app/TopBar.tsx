import { CodeXml, Languages, Smartphone, SmartphoneNfc } from "lucide-react";
import { useState } from "react";
import type { ControlState, Phone } from "../control/types";
import { useStore } from "../control/use-world";
import { PersonAvatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { useWords } from "../words/use-words";
import { AddPhoneDialog } from "./AddPhoneDialog";
import styles from "./TopBar.module.css";
import { changeView, toggled, view } from "./view";

interface Props {
  state: ControlState;
  narrow: boolean;
  shown: Phone[];
  front: Phone | null;
  /** The phone the address asks for, whether or not there is one. */
  wanted: string | null;
  alone: boolean;
}

/** What stands above the phones: which are shown, a new one, the developer's drawer, the language. */
export function TopBar({ state, narrow, shown, front, wanted, alone }: Props) {
  const { words, switchLanguage } = useWords();
  const { developer } = useStore(view);
  const [adding, setAdding] = useState(false);
  return (
    <header className={styles["bar"]}>
      {!narrow && (
        <div className={styles["brand"]}>
          <Icon of={SmartphoneNfc} size={22} />
          <div>
            <h1>{words.appName}</h1>
            <p>{words.appHint}</p>
          </div>
        </div>
      )}
      {wanted !== null && <Alone wanted={wanted} found={alone} />}
      {!alone &&
        (narrow ? <FrontChoice phones={state.phones} front={front} /> : <ShownChoice state={state} shown={shown} />)}
      <div className={styles["tools"]}>
        {!alone && <Tool icon={Smartphone} label={words.addPhone} narrow={narrow} onClick={() => setAdding(true)} />}
        <Tool
          icon={CodeXml}
          label={words.developer}
          narrow={narrow}
          pressed={developer}
          onClick={() => changeView({ developer: !developer })}
        />
        <Tool icon={Languages} label={words.switchLanguage} narrow={narrow} onClick={switchLanguage} />
      </div>
      {adding && <AddPhoneDialog shown={shown} onClose={() => setAdding(false)} />}
    </header>
  );
}

function Alone({ wanted, found }: { wanted: string; found: boolean }) {
  const { words } = useWords();
  return (
    <p className={styles["alone"]}>
      {!found && <span role="alert">{words.noSuchPhone(wanted)}</span>}
      <a href="/#">{words.showAll}</a>
    </p>
  );
}

function ShownChoice({ state, shown }: { state: ControlState; shown: Phone[] }) {
  const { words } = useWords();
  return (
    <div role="group" aria-label={words.phones} className={styles["chips"]}>
      {state.phones.map((phone) => (
        <button
          key={phone.id}
          type="button"
          className={styles["chip"]}
          aria-label={words.showPhone(phone.name)}
          aria-pressed={shown.includes(phone)}
          onClick={() => changeView({ shown: toggled(state.phones, shown, phone.id) })}
        >
          <PersonAvatar name={phone.name} size={22} />
          {phone.name}
          {phone.unread > 0 && <span className={styles["dot"]} title={words.unread(phone.unread)} />}
        </button>
      ))}
    </div>
  );
}

function FrontChoice({ phones, front }: { phones: Phone[]; front: Phone | null }) {
  const { words } = useWords();
  const others = phones.some((phone) => phone !== front && phone.unread > 0);
  return (
    <div className={styles["front"]}>
      <select
        aria-label={words.currentPhone}
        value={front?.id ?? ""}
        onChange={(event) => changeView({ front: event.target.value })}
      >
        {phones.map((phone) => (
          <option key={phone.id} value={phone.id}>
            {phone.unread > 0 ? `${phone.name} (${phone.unread})` : phone.name}
          </option>
        ))}
      </select>
      {others && <span className={styles["dot"]} />}
    </div>
  );
}

interface ToolProps {
  icon: typeof Smartphone;
  label: string;
  narrow: boolean;
  pressed?: boolean;
  onClick: () => void;
}

function Tool({ icon, label, narrow, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles["tool"]}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon of={icon} size={18} />
      {!narrow && <span>{label}</span>}
    </button>
  );
}
