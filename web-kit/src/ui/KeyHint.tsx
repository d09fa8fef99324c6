import { Kbd } from "@mantine/core";
import css from "./KeyHint.module.css";
import { useShortcutSetting } from "./useShortcuts";

/** The key that does what a button says, for those who have a keyboard and keep single keys switched on. */
export function KeyHint({ keys }: { keys: string }) {
  const { on } = useShortcutSetting();
  if (!on) return null;
  return (
    <Kbd aria-hidden className={css.hint}>
      {keys}
    </Kbd>
  );
}
