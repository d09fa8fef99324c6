import { useLingui } from "@lingui/react/macro";
import { Languages } from "lucide-react";
import { currentLanguage, switchLanguage } from "../i18n/language";
import css from "./Switches.module.css";

/** Chinese or English, remembered on this device. Its words are in the language it leads to. */
export function LanguageSwitch() {
  const { t } = useLingui();
  const next = currentLanguage() === "en" ? "zh-CN" : "en";
  return (
    <button
      type="button"
      className={css.switch}
      aria-label={`${t`切换语言`} ${next === "en" ? "English" : "中文"}`}
      onClick={() => void switchLanguage(next)}
    >
      <Languages size={16} strokeWidth={1.5} aria-hidden />
      <span lang={next}>{next === "en" ? "English" : "中文"}</span>
    </button>
  );
}
