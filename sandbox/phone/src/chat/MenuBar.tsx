import { AlignJustify, Keyboard } from "lucide-react";
import { useCallback, useState } from "react";
import { control } from "../control/client";
import type { Menu, MenuButton } from "../control/types";
import { usePhone } from "../phone/use-phone";
import { Icon } from "../ui/Icon";
import { IconButton } from "../ui/IconButton";
import { useLeaving } from "../ui/use-leaving";
import { useWords } from "../words/use-words";
import styles from "./MenuBar.module.css";

/** The account's own menu: up to three buttons, each a deed or a little stack of deeds above it. */
export function MenuBar({ menu, onKeyboard }: { menu: Menu; onKeyboard: () => void }) {
  const { phone, attempt, openPage } = usePhone();
  const { words } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const bar = useLeaving<HTMLDivElement>(useCallback(() => setOpen(null), []));
  const press = (path: number[]) => {
    setOpen(null);
    void attempt(async () => {
      const pressed = await control.menu(phone.id, path);
      if (pressed.kind === "browser") openPage(pressed.url);
    });
  };
  return (
    <div role="group" aria-label={words.accountMenu} className={styles["bar"]} ref={bar}>
      <div className={styles["toggle"]}>
        <IconButton icon={Keyboard} label={words.toKeyboard} size={24} onClick={onKeyboard} />
      </div>
      {menu.button.map((button, index) => (
        <div key={`${index} ${button.name}`} className={styles["column"]}>
          {open === index && <SubMenu of={button} onPress={(child) => press([index, child])} />}
          <TopButton
            button={button}
            open={open === index}
            onPress={() => (hasChildren(button) ? setOpen(open === index ? null : index) : press([index]))}
          />
        </div>
      ))}
    </div>
  );
}

const hasChildren = (button: MenuButton): boolean => (button.sub_button?.length ?? 0) > 0;

function TopButton({ button, open, onPress }: { button: MenuButton; open: boolean; onPress: () => void }) {
  const parent = hasChildren(button);
  return (
    <button
      type="button"
      className={styles["top"]}
      aria-haspopup={parent ? "true" : undefined}
      aria-expanded={parent ? open : undefined}
      onClick={onPress}
    >
      {parent && <Icon of={AlignJustify} size={13} />}
      <span>{button.name}</span>
    </button>
  );
}

function SubMenu({ of, onPress }: { of: MenuButton; onPress: (index: number) => void }) {
  return (
    <div role="group" aria-label={of.name} className={styles["sub"]}>
      {of.sub_button?.map((button, index) => (
        <button key={`${index} ${button.name}`} type="button" onClick={() => onPress(index)}>
          {button.name}
        </button>
      ))}
    </div>
  );
}
