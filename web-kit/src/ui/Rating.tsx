import { Trans, useLingui } from "@lingui/react/macro";
import { Star } from "lucide-react";
import { formatRating } from "../format/numbers";
import css from "./Rating.module.css";

/** "4.8 ★ (36)"; without reviews it says so instead of showing zero stars. */
export function Rating({ rating }: { rating: { count: number; overall?: number | null } }) {
  const { t } = useLingui();
  if (rating.count === 0 || rating.overall === null || rating.overall === undefined) {
    return (
      <span className="muted small">
        <Trans>暂无评价</Trans>
      </span>
    );
  }
  const score = formatRating(rating.overall);
  const { count } = rating;
  return (
    <span className={css.rating}>
      <Star size={14} className={css.star} data-on aria-hidden />
      <strong>{score}</strong>
      <span className="muted small">
        <span aria-hidden>({count})</span>
        <span className="visually-hidden">{t`${count} 条评价`}</span>
      </span>
    </span>
  );
}

/** One to five stars as given by one person. */
export function Stars({ value }: { value: number }) {
  const { t } = useLingui();
  return (
    <span className={css.stars}>
      <span className="visually-hidden">{t`${value} 星，共 5 星`}</span>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star key={star} size={16} className={css.star} data-on={star <= value || undefined} aria-hidden />
      ))}
    </span>
  );
}
