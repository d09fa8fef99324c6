import { Trans, useLingui } from "@lingui/react/macro";
import { DateText } from "./DateText";
import { type Photo, PhotoGrid } from "./PhotoGrid";
import { Stars } from "./Rating";
import css from "./ReviewCard.module.css";

export type ReviewFacts = {
  readonly authorName: string;
  readonly overall: number;
  readonly quality: number;
  readonly punctuality: number;
  readonly attitude: number;
  readonly text: string;
  readonly photos: readonly Photo[];
  readonly publishedAt: string;
};

/** One customer's words and scores. */
export function ReviewCard({ review }: { review: ReviewFacts }) {
  const { t } = useLingui();
  const { quality, punctuality, attitude } = review;
  return (
    <article className={css.review}>
      <header className={css.head}>
        <span className={css.initial} aria-hidden>
          {review.authorName.slice(0, 1)}
        </span>
        <div>
          <strong>{review.authorName}</strong>
          <div>
            <Stars value={review.overall} />
          </div>
        </div>
        <span className="muted small">
          <DateText at={review.publishedAt} as="day" />
        </span>
      </header>
      {review.text && <p className={css.text}>{review.text}</p>}
      <PhotoGrid photos={review.photos} label={t`评价的照片`} />
      <p className="muted small">
        <Trans>
          质量 {quality} · 准时 {punctuality} · 态度 {attitude}
        </Trans>
      </p>
    </article>
  );
}
