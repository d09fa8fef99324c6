import { control } from "../control/client";
import type { Phone } from "../control/types";
import { NameDialog } from "../phone/PhoneDialogs";
import { useWords } from "../words/use-words";
import { changeView } from "./view";

/** Adds a phone with a new person and shows it beside those on the desk. */
export function AddPhoneDialog({ shown, onClose }: { shown: Phone[]; onClose: () => void }) {
  const { words } = useWords();
  const add = async (name: string) => {
    const phone = await control.addPhone(name);
    changeView({ front: phone.id, shown: [...shown.map((other) => other.id), phone.id] });
  };
  return <NameDialog title={words.addPhone} name="" save={add} onClose={onClose} />;
}
