import { type FormEvent, useState } from "react";
import { control } from "../control/client";
import type { Phone } from "../control/types";
import { useWorld } from "../control/use-world";
import { Dialog } from "../ui/Dialog";
import ui from "../ui/ui.module.css";
import { useDeed } from "../ui/use-deed";
import { useWords } from "../words/use-words";

const longestName = 12;

/** Gives a phone's person another name; nothing else of them changes. */
export function RenamePhoneDialog({ phone, onClose }: { phone: Phone; onClose: () => void }) {
  const { words } = useWords();
  return (
    <NameDialog
      title={words.rename}
      name={phone.name}
      save={(name) => control.renamePhone(phone.id, name)}
      onClose={onClose}
    />
  );
}

interface NameProps {
  title: string;
  name: string;
  save: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a person's name; stays open with the sandbox's sentence when it can't be kept. */
export function NameDialog({ title, name: before, save, onClose }: NameProps) {
  const { words } = useWords();
  const world = useWorld();
  const { run, busy, said } = useDeed();
  const [name, setName] = useState(before);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run(() => save(name.trim()), ""))) return;
    await world.state.reload();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <label className={ui["field"]}>
          {words.newPhoneName}
          <input
            className={ui["input"]}
            required
            pattern=".*\S.*"
            maxLength={longestName}
            placeholder={words.nameHint}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p role="alert" className={ui["problem"]}>
          {said}
        </p>
        <div className={ui["buttons"]}>
          <button type="button" className={ui["button"]} onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className={ui["primary"]} disabled={busy}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks before a phone, its chats and its person are gone for good. */
export function RemovePhoneDialog({ phone, onClose }: { phone: Phone; onClose: () => void }) {
  const { words } = useWords();
  const { run, busy, said } = useDeed();
  const remove = async () => {
    if (await run(() => control.removePhone(phone.id), "")) onClose();
  };
  return (
    <Dialog title={words.removeAsk(phone.name)} hint={words.removeHint} onClose={onClose}>
      <p role="alert" className={ui["problem"]}>
        {said}
      </p>
      <div className={ui["buttons"]}>
        <button type="button" className={ui["button"]} onClick={onClose}>
          {words.cancel}
        </button>
        <button type="button" className={ui["danger"]} disabled={busy} onClick={remove}>
          {words.remove}
        </button>
      </div>
    </Dialog>
  );
}
