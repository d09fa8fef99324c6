import { useLingui } from "@lingui/react/macro";
import { Modal, Switch } from "@mantine/core";
import css from "./ShortcutSheet.module.css";
import { type ShortcutGroup, useShortcutGroups, useShortcutSetting } from "./useShortcuts";

/** All keys that work on this page, and the switch that turns them off. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const groups = useShortcutGroups();
  const { on, set } = useShortcutSetting();
  const own = groups.filter(({ title }) => title === undefined).flatMap(({ shortcuts }) => shortcuts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`键盘快捷键`}
      size="md"
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      <Switch
        className={css.switch}
        checked={on}
        onChange={(event) => set(event.currentTarget.checked)}
        label={t`启用单键快捷键`}
        description={t`输入文字时、对话框打开时从不触发。只对这个浏览器生效。`}
      />
      <Group title={t`本页`} shortcuts={own} />
      {groups.map(({ title, shortcuts }) => title && <Group key={title} title={title} shortcuts={shortcuts} />)}
    </Modal>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: ShortcutGroup["shortcuts"] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      <ul className={`list ${css.list}`}>
        {shortcuts.map(({ keys, label }) => (
          <li key={keys} className={css.line}>
            <span>{label}</span>
            <KeyNames keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The caps of a shortcut, e.g. "G O" or "→". */
export function KeyNames({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {(keys === " " ? [" "] : keys.split(" ")).map((key) => (
        <kbd key={key}>{nameOf(key)}</kbd>
      ))}
    </span>
  );
}

const names: Record<string, string> = {
  " ": "Space",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

function nameOf(key: string): string {
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
