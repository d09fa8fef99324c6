import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { Trans, useLingui } from "@lingui/react/macro";
import { Languages, SunMoon } from "lucide-react";
import css from "./Rows.module.css";

/** Language and brightness, remembered on this device. */
export function Preferences() {
  const { t } = useLingui();
  return (
    <section className={`card ${css.rows}`} aria-label={t`显示`}>
      <div className={css.row}>
        <Languages size={20} strokeWidth={1.5} aria-hidden />
        <Trans>语言</Trans>
        <span className={css.end}>
          <LanguageSwitch />
        </span>
      </div>
      <div className={css.row}>
        <SunMoon size={20} strokeWidth={1.5} aria-hidden />
        <Trans>外观</Trans>
        <span className={css.end}>
          <ColorSchemeSwitch />
        </span>
      </div>
    </section>
  );
}
