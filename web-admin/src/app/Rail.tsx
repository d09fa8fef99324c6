import { AccountMenu } from "@kaidan/web-kit/session/AccountMenu";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import css from "./AdminLayout.module.css";
import { type Place, placeGroups } from "./places";

/** Where one can go, by trade; what a person may not read is not offered. */
export function Rail({ folded, onFold }: { folded: boolean; onFold: (folded: boolean) => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const FoldIcon = folded ? PanelLeftOpen : PanelLeftClose;
  const allowed = (place: Place) => place.permission === undefined || can(place.permission);
  return (
    <header className={css.rail} data-print="hide">
      <div className={css.head}>
        {!folded && <Wordmark />}
        <button
          type="button"
          className={css.fold}
          aria-expanded={!folded}
          aria-label={folded ? t`展开导航` : t`收起导航`}
          onClick={() => onFold(!folded)}
        >
          <FoldIcon size={18} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
      <nav className={css.places} aria-label={t`主导航`}>
        {placeGroups.map(({ label, places }) => {
          const shown = places.filter(allowed);
          if (shown.length === 0) return null;
          return (
            <div key={places[0]?.to} className={css.group}>
              {label && <h2>{i18n._(label)}</h2>}
              {shown.map((place) => (
                <PlaceLink key={place.to} place={place} />
              ))}
            </div>
          );
        })}
      </nav>
      <div className={css.foot}>
        <AccountMenu />
        <ColorSchemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

function PlaceLink({ place: { to, label, icon: Icon } }: { place: Place }) {
  const { i18n } = useI18n();
  const words = i18n._(label);
  return (
    <Link to={to} title={words} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span>{words}</span>
    </Link>
  );
}
