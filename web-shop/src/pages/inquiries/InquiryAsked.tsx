import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { inquiryKindWords, visibilityWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { WholeInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

/** What was asked, as it was sent. */
export function InquiryAsked({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <section className="card stack" aria-labelledby="asked">
      <h2 id="asked">
        <Trans>询价内容</Trans>
      </h2>
      <Facts
        items={[
          { label: t`方式`, value: i18n._(inquiryKindWords[inquiry.kind]) },
          { label: t`报价可见性`, value: i18n._(visibilityWords[inquiry.visibility]) },
          { label: t`城市`, value: inquiry.region.name },
          { label: t`期望日期`, value: inquiry.desiredOn && <DateText at={inquiry.desiredOn} as="day" /> },
          { label: t`预算`, value: inquiry.budget && <Money fen={inquiry.budget} /> },
          { label: t`降价幅度`, value: inquiry.decrement && <Money fen={inquiry.decrement} /> },
          ...inquiry.inputs.map(({ label, value, unit }) => ({ label, value: `${value}${unit ? ` ${unit}` : ""}` })),
        ]}
      />
      {inquiry.lines.length > 0 && (
        <ul>
          {inquiry.lines.map((line) => (
            <li key={line.code}>
              {line.itemName} × {formatNumber(line.quantity)} {line.unit}
              {line.note && <span className="muted small"> {line.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {inquiry.description && <p className={css.said}>{inquiry.description}</p>}
      {inquiry.photos.length > 0 && <PhotoGrid photos={inquiry.photos} label={t`照片`} />}
    </section>
  );
}
