import { useLingui } from "@lingui/react";
import { Ban, CircleCheck, CircleDashed, CircleX, Clock, Eye, type LucideIcon, WalletMinimal } from "lucide-react";
import type { ReactNode } from "react";
import { type Axis, type StateOf, type StateWord, stateWord, type Tone } from "../vocabulary/state-words";
import css from "./StatusTag.module.css";

const icons: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Clock,
  ok: CircleCheck,
  warn: Clock,
  danger: CircleX,
  review: Eye,
  money: WalletMinimal,
};

/** The state of one axis as word + colour + icon, e.g. `<StatusTag of="OrderState" state={order.state} />`. */
export function StatusTag<A extends Axis>({ of, state }: { of: A; state: StateOf<NoInfer<A>> }) {
  const { i18n } = useLingui();
  const { word, tone } = stateWord(of, state);
  const struck = state === "CANCELLED" || state === "VOID" || state === "WITHDRAWN";
  return (
    <ToneTag tone={tone} icon={struck ? Ban : icons[tone]}>
      {i18n._(word)}
    </ToneTag>
  );
}

/** A state whose words stand outside the one dictionary, because only one app reads them. */
export function WordTag({ of: { word, tone } }: { of: StateWord }) {
  const { i18n } = useLingui();
  return (
    <ToneTag tone={tone} icon={icons[tone]}>
      {i18n._(word)}
    </ToneTag>
  );
}

/** A tag with words of your own in one of the seven tones. */
export function ToneTag({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={`${css.tag} ${css[tone]}`}>
      {Icon && <Icon size={13} strokeWidth={2} aria-hidden />}
      {children}
    </span>
  );
}
