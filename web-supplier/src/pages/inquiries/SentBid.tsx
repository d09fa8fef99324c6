import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { Trans, useLingui } from "@lingui/react/macro";
import type { BidderInquiryFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

type Version = NonNullable<BidderInquiryFragment["bid"]>["versions"][number];

/** The bid that counts, and the versions before it. */
export function SentBid({ inquiry }: { inquiry: BidderInquiryFragment }) {
  const [last, ...before] = inquiry.bid?.versions ?? [];
  if (!last) return null;
  return (
    <section className="card stack" aria-labelledby="sent">
      <h2 id="sent">
        <Trans>我的报价</Trans>
      </h2>
      <VersionView version={last} />
      {before.length > 0 && (
        <details>
          <summary>
            <Trans>之前的版本（{before.length}）</Trans>
          </summary>
          {before.map((version) => (
            <VersionView key={version.id} version={version} />
          ))}
        </details>
      )}
    </section>
  );
}

function VersionView({ version }: { version: Version }) {
  const { t } = useLingui();
  const { number, leadDays, validDays } = version;
  return (
    <article className={css.question}>
      <p className={css.row}>
        <strong>{t`第 ${number} 版`}</strong>
        <DateText at={version.submittedAt} />
      </p>
      <ul>
        {version.lines.map((line) => (
          <li key={line.code}>
            {line.itemName} × {formatNumber(line.quantity)} {line.unit}：<Money fen={line.unitPrice} /> ={" "}
            <Money fen={line.amount} />
          </li>
        ))}
      </ul>
      <p className={css.row}>
        <span className="muted small">{t`工期 ${leadDays} 天 · 有效期 ${validDays} 天`}</span>
        <Money fen={version.total} look="price" />
      </p>
      {version.inclusions && <p>{version.inclusions}</p>}
      {version.terms && <p className={css.said}>{version.terms}</p>}
    </article>
  );
}
