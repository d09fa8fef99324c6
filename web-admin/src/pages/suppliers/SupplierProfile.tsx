import { formatRating } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Names } from "../../features/console/Names";
import { Section } from "../../features/console/Section";
import type { SupplierDetailsFragment } from "../../gql/graphql";
import css from "./SupplierProfile.module.css";

/** Who it is and whom to call. */
export function SupplierProfile({ supplier }: { supplier: SupplierDetailsFragment }) {
  const { t } = useLingui();
  const { uscc, contactName, contactPhone, contactEmail, introduction, createdAt, regions } = supplier;
  return (
    <Section title={t`档案`}>
      <Facts
        items={[
          { label: t`统一社会信用代码`, value: <span className="mono">{uscc}</span>, wide: true },
          { label: t`联系人`, value: contactName },
          { label: t`电话`, value: <a href={`tel:${contactPhone}`}>{contactPhone}</a> },
          { label: t`邮箱`, value: contactEmail, wide: true },
          { label: t`服务区域`, value: <Names of={regions} />, wide: true },
          { label: t`加入时间`, value: <DateText at={createdAt} as="absolute" />, wide: true },
          { label: t`介绍`, value: introduction, wide: true },
        ]}
      />
    </Section>
  );
}

/** How customers and the platform have found its work. */
export function SupplierStanding({ supplier }: { supplier: SupplierDetailsFragment }) {
  const { t } = useLingui();
  const { rating, completedCount, openTicketCount } = supplier;
  const marks = [
    { label: t`质量`, value: rating.quality },
    { label: t`准时`, value: rating.punctuality },
    { label: t`态度`, value: rating.attitude },
  ];
  const count = rating.count;
  return (
    <Section title={t`履约`}>
      <dl className={css.numbers}>
        <Figure label={t`评分`} value={rating.overall === null ? "—" : formatRating(rating.overall)} />
        <Figure label={t`已完成`} value={completedCount} />
        <Figure label={t`进行中`} value={openTicketCount} />
      </dl>
      {count === 0 ? (
        <p className="muted small">
          <Trans>还没有评价。</Trans>
        </p>
      ) : (
        <p className="muted small">
          {marks.map(({ label, value }) => `${label} ${value === null ? "—" : formatRating(value)}`).join(" · ")}{" "}
          <Trans>（{count} 条评价）</Trans>
        </p>
      )}
    </Section>
  );
}

function Figure({ label, value }: { label: string; value: string | number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
