import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { ownSaleWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./PayFrom.module.css";
import { SumLine } from "./SumLine";

type OwnSaleProps = { sale: NonNullable<TicketSheetFragment["ownSale"]> };

/** Of what the supplier sells itself: who collects and invoices, the price, and what the platform keeps of it. */
export function OwnSale({ sale: { collectionMode, price, commissionRate, commission, receives } }: OwnSaleProps) {
  const { i18n } = useI18n();
  const percent = formatNumber(commissionRate / 100);
  return (
    <div>
      <p className="small">{i18n._(ownSaleWords[collectionMode])}</p>
      <dl className={css.sum}>
        <SumLine label={<Trans>售价</Trans>} fen={price} />
        <SumLine label={<Trans>平台佣金 {percent}%（含税）</Trans>} fen={commission} />
        <SumLine label={<Trans>应得</Trans>} fen={receives} total />
      </dl>
    </div>
  );
}
