import { BellSlot } from "@kaidan/web-kit/notices/BellSlot";
import { AccountMenu } from "@kaidan/web-kit/session/AccountMenu";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { Wordmark } from "@kaidan/web-kit/session/Wordmark";
import { ColorSchemeSwitch } from "@kaidan/web-kit/ui/ColorSchemeSwitch";
import { LanguageSwitch } from "@kaidan/web-kit/ui/LanguageSwitch";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Keyboard, PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import { useLiveQueues } from "../features/queues/useQueues";
import type { QueueCountsFragment } from "../gql/graphql";
import css from "./AdminLayout.module.css";
import { isOffered, type Place, placeGroups } from "./places";

type RailProps = {
  folded: boolean;
  onFold: (folded: boolean) => void;
  onSearch: () => void;
  onHelp: () => void;
};

/** Where one can go, by trade, and how much waits there; what a person may not read is not offered. */
export function Rail({ folded, onFold, onSearch, onHelp }: RailProps) {
  const { t } = useLingui();
  const FoldIcon = folded ? PanelLeftOpen : PanelLeftClose;
  return (
    <header className={css.rail} data-print="hide">
      <div className={css.head}>
        <span className={css.mark}>
          <Wordmark />
        </span>
        <BellSlot />
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
      <button type="button" className={css.search} onClick={onSearch} title={t`搜索页面和订单`}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span>{t`搜索`}</span>
        <kbd aria-hidden>{/Mac|iP/.test(navigator.platform) ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      <Places />
      <div className={css.foot}>
        <AccountMenu />
        <button type="button" className={css.help} onClick={onHelp}>
          <Keyboard size={16} strokeWidth={1.5} aria-hidden />
          <span>{t`快捷键`}</span>
        </button>
        <ColorSchemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Places() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const queues = useLiveQueues();
  const setting = useSetting();
  return (
    <nav className={css.places} aria-label={t`主导航`}>
      {placeGroups.map(({ label, places }) => {
        const shown = places.filter((place) => isOffered(place, can, setting?.demo));
        if (shown.length === 0) return null;
        return (
          <div key={places[0]?.to} className={css.group}>
            {label && <h2>{i18n._(label)}</h2>}
            {shown.map((place) => (
              <PlaceLink key={place.to} place={place} count={waitingIn(place, queues)} />
            ))}
          </div>
        );
      })}
    </nav>
  );
}

/** Everything that waits in a place, of what this person may see. */
const waitingIn = ({ queues: names = [] }: Place, queues: QueueCountsFragment | undefined): number =>
  names.reduce((sum, name) => sum + (queues?.[name] ?? 0), 0);

function PlaceLink({ place: { to, label, icon: Icon }, count }: { place: Place; count: number }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const words = i18n._(label);
  return (
    <Link to={to} title={words} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span>{words}</span>
      {count > 0 && (
        <small className={css.waiting}>
          <span aria-hidden>{count}</span>
          <span className="visually-hidden">{t`${count} 项待处理`}</span>
        </small>
      )}
    </Link>
  );
}
