import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { SettledParts } from "@kaidan/web-kit/ui/SettledParts";
import { blockerWords, settledForWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { SettlementPageQuery } from "../../gql/graphql";
import css from "./Settlement.module.css";

type Item = SettlementPageQuery["mySettlement"]["items"][number];

/** Everything that is open, each with when it may be paid or what keeps it. */
export function OpenItems({ items }: { items: readonly Item[] }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <section className="card stack" aria-labelledby="open-items">
      <h2 id="open-items">
        <Trans>未结明细</Trans>
      </h2>
      {items.length === 0 && <EmptyState title={t`没有未结的款项。`} />}
      <ul className={css.list}>
        {items.map((item) => (
          <li key={`${item.account}:${item.item}`} className={css.row}>
            <span>
              <strong>{item.title || i18n._(settledForWords[item.account])}</strong>
              <span className="muted small">
                {i18n._(settledForWords[item.account])} <span className="mono">{item.orderNo}</span>
              </span>
              <SettledParts parts={item.parts} />
            </span>
            <span className={css.end}>
              <Money fen={item.balance} />
              <When item={item} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function When({ item }: { item: Item }) {
  const { i18n } = useI18n();
  const { blocker, expectedAt, inStatement } = item;
  return (
    <span className="muted small">
      {blocker ? i18n._(blockerWords[blocker]) : <Trans>可进入下一张结算单</Trans>}
      {inStatement && <span className="mono"> {inStatement}</span>}
      {blocker && expectedAt && (
        <>
          {" "}
          <DateText at={expectedAt} />
        </>
      )}
    </span>
  );
}
