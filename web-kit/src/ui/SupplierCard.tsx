import { Trans } from "@lingui/react/macro";
import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Rating } from "./Rating";
import { ToneTag } from "./StatusTag";
import css from "./SupplierCard.module.css";

type SupplierCardProps = {
  supplier: {
    readonly name: string;
    readonly introduction?: string;
    readonly rating: { readonly count: number; readonly overall?: number | null };
    readonly completedCount: number;
  };
  /** At the right: a price or a price difference. */
  price?: ReactNode;
  /** Why it stands here, e.g. "评分最高". */
  note?: string;
  recommended?: boolean;
  /** With `onSelect` and `name` the card is one choice of a group of radio buttons. */
  selected?: boolean;
  onSelect?: () => void;
  name?: string;
};

/** A supplier to read or to choose. */
export function SupplierCard({ supplier, price, note, recommended, selected, onSelect, name }: SupplierCardProps) {
  const { completedCount } = supplier;
  const body = (
    <>
      <span className={css.text}>
        <span className="row">
          <strong>{supplier.name}</strong>
          {recommended && (
            <ToneTag tone="ok" icon={BadgeCheck}>
              <Trans>推荐</Trans>
            </ToneTag>
          )}
        </span>
        <span className={css.facts}>
          <Rating rating={supplier.rating} />
          <span className="muted small">
            <Trans>完成 {completedCount} 单</Trans>
          </span>
        </span>
        {note && <span className="muted small">{note}</span>}
        {supplier.introduction && <span className={css.introduction}>{supplier.introduction}</span>}
      </span>
      {price && <span className={css.price}>{price}</span>}
    </>
  );
  if (!onSelect) return <div className={css.card}>{body}</div>;
  return (
    <label className={css.card} data-choice data-selected={selected || undefined}>
      <input type="radio" className={css.radio} name={name} checked={selected} onChange={onSelect} />
      {body}
    </label>
  );
}
