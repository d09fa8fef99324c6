import { useLingui } from "@lingui/react/macro";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import css from "./Change.module.css";

type ChangeProps = {
  /** Integer 分 as a string; without one there is nothing to compare with. */
  from: string | null | undefined;
  to: string | null | undefined;
  show: (fen: string) => ReactNode;
  /** Whether a higher value is bad for the platform, such as a cost. */
  rise?: "bad";
};

/** A figure before and after; equal ones stand alone, one that may not be read is a dash. */
export function Change({ from, to, show, rise }: ChangeProps) {
  const { t } = useLingui();
  if (to === null || to === undefined) return <span className="muted">—</span>;
  if (from === null || from === undefined || from === to) return show(to);
  const higher = BigInt(to) > BigInt(from);
  return (
    <span className={css.change} data-tone={higher && rise === "bad" ? "bad" : undefined}>
      <span className={css.from}>
        <span className="visually-hidden">{t`原来`}</span>
        {show(from)}
      </span>
      <ArrowRight size={13} strokeWidth={1.75} aria-hidden />
      <span className={css.to}>
        <span className="visually-hidden">{higher ? t`涨到` : t`降到`}</span>
        {show(to)}
      </span>
    </span>
  );
}
