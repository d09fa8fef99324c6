import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { quotationReasonWords, quotationSourceWords } from "@kaidan/web-kit/vocabulary/quotation-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import type { QuotationVersionWholeFragment, QuotationWholeFragment } from "../../gql/graphql";

type FactsProps = { quotation: QuotationWholeFragment; version: QuotationVersionWholeFragment };

/** The sums of a version, who wrote and looked at it, and what became of it. */
export function QuotationFacts({ quotation, version }: FactsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { customer, order } = quotation;
  return (
    <Section title={t`报价信息`}>
      <Facts
        items={[
          { label: t`合计`, value: <Money fen={version.acceptedTotal ?? version.total} look="price" /> },
          { label: t`目录价合计`, value: <Money fen={version.listTotal} /> },
          { label: t`毛利`, value: version.margin && <Money fen={version.margin} /> },
          { label: t`客户`, value: `${customer.displayName} ${customer.phone ?? customer.login}`, wide: true },
          { label: t`来源`, value: i18n._(quotationSourceWords[quotation.source]) },
          { label: t`地区`, value: version.region.name },
          ...version.inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
          { label: t`有效期至`, value: <DateText at={version.validUntil} as="absolute" /> },
          { label: t`发送时间`, value: version.sentAt && <DateText at={version.sentAt} as="absolute" /> },
          { label: t`编制人`, value: version.author },
          { label: t`内审人`, value: version.reviewer },
          { label: t`内审意见`, value: version.reviewNote, wide: true },
          { label: t`版本说明`, value: version.changeNote, wide: true },
          { label: t`结束原因`, value: version.endReason, wide: true },
          {
            label: t`订单`,
            value: order && (
              <Link to="/orders/$id" params={{ id: order.id }} className="mono">
                {order.no}
              </Link>
            ),
          },
        ]}
      />
      {version.reviewReasons.map((reason) => (
        <ToneTag key={reason} tone="review">
          {i18n._(quotationReasonWords[reason])}
        </ToneTag>
      ))}
      {version.pdf && (
        <a href={version.pdf.url} download>
          <Trans>下载 PDF</Trans>
        </a>
      )}
    </Section>
  );
}
