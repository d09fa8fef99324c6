import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { inquiryKindWords, visibilityWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { BidderInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

/** What is wanted, where and by when; of who asks only what may be told now. */
export function InquiryFacts({ inquiry }: { inquiry: BidderInquiryFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <section className="card stack" aria-labelledby="wanted">
      <h2 id="wanted">
        <Trans>需求</Trans>
      </h2>
      <Facts
        items={[
          { label: t`方式`, value: i18n._(inquiryKindWords[inquiry.kind]) },
          { label: t`城市`, value: inquiry.region.name },
          { label: t`截止`, value: <DateText at={inquiry.deadline} /> },
          { label: t`期望日期`, value: inquiry.desiredOn && <DateText at={inquiry.desiredOn} as="day" /> },
          { label: t`客户预算`, value: inquiry.budget && <Money fen={inquiry.budget} /> },
          { label: t`客户`, value: `${inquiry.customerName} ${inquiry.customerPhone}` },
          { label: t`报价可见性`, value: i18n._(visibilityWords[inquiry.visibility]), wide: true },
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
      {inquiry.reason && <p>{t`已取消：${inquiry.reason}`}</p>}
      {inquiry.standings.length > 0 && <Standings inquiry={inquiry} />}
    </section>
  );
}

function Standings({ inquiry }: { inquiry: BidderInquiryFragment }) {
  const { t } = useLingui();
  return (
    <>
      <h3>
        <Trans>当前排名（匿名）</Trans>
      </h3>
      <ol>
        {inquiry.standings.map(({ total, mine }, index) => (
          <li key={`${index}-${total}`}>
            <Money fen={total} /> {mine && <strong>{t`本单位`}</strong>}
          </li>
        ))}
      </ol>
      {inquiry.most && (
        <p className="muted small">
          <Trans>
            下一次报价不得高于 <Money fen={inquiry.most} />
          </Trans>
        </p>
      )}
    </>
  );
}
