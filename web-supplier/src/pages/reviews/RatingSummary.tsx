import { formatRating } from "@kaidan/web-kit/format/numbers";
import { Stars } from "@kaidan/web-kit/ui/Rating";
import { Trans, useLingui } from "@lingui/react/macro";
import css from "./RatingSummary.module.css";

type RatingSummaryProps = {
  rating: {
    count: number;
    overall: number | null;
    quality: number | null;
    punctuality: number | null;
    attitude: number | null;
  };
  completedCount: number;
};

/** The averages of all marks, as a number and as bars. */
export function RatingSummary({ rating, completedCount }: RatingSummaryProps) {
  const { t } = useLingui();
  const { count, overall } = rating;
  if (overall === null) return <NoneYet completedCount={completedCount} />;
  const marks = [
    { label: t`质量`, value: rating.quality },
    { label: t`准时`, value: rating.punctuality },
    { label: t`态度`, value: rating.attitude },
  ];
  return (
    <section className="card stack" aria-label={t`评分汇总`}>
      <div className={css.overall}>
        <span className={css.score}>{formatRating(overall)}</span>
        <div>
          <Stars value={Math.round(overall)} />
          <p className="muted small">
            <Trans>
              {count} 条评价 · 已完成 {completedCount} 单
            </Trans>
          </p>
        </div>
      </div>
      <dl className={css.marks}>
        {marks.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className={css.track} aria-hidden>
                <span style={{ width: `${(value ?? 0) * 20}%` }} />
              </span>
              <span>{value === null ? "—" : formatRating(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function NoneYet({ completedCount }: { completedCount: number }) {
  return (
    <section className="card">
      <strong>
        <Trans>暂无评分</Trans>
      </strong>
      <p className="muted small">
        <Trans>已完成 {completedCount} 单，收到第一条评价后显示评分。</Trans>
      </p>
    </section>
  );
}
