import { useLingui } from "@lingui/react/macro";
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Moon, Sun } from "lucide-react";
import css from "./Switches.module.css";

/** Light or dark, remembered on this device; before the first press the device decides. */
export function ColorSchemeSwitch() {
  const { t } = useLingui();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const dark = scheme === "dark";
  const Icon = dark ? Sun : Moon;
  return (
    <button type="button" className={css.switch} onClick={() => setColorScheme(dark ? "light" : "dark")}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span>{dark ? t`浅色` : t`深色`}</span>
    </button>
  );
}
