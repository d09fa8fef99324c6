import { useLazyQuery } from "@apollo/client/react";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { describeFailure } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { FormulaEffectDocument, type FormulaEffectQuery, type FormulaVersionTextFragment } from "../../gql/graphql";
import css from "./Formulas.module.css";

type Effect = NonNullable<FormulaEffectQuery["simulateFormula"]>;

/** What the saved version would have made of the last hundred orders that this formula priced. */
export function EffectSection({ working, dirty }: { working: FormulaVersionTextFragment; dirty: boolean }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [simulate, { data, loading, error, called }] = useLazyQuery(FormulaEffectDocument, {
    fetchPolicy: "network-only",
  });
  const effect = data?.simulateFormula;
  return (
    <Section title={t`对近期订单的影响`} lead={t`用这个版本重算最近 100 个由本公式计价的订单。`}>
      <div>
        <Button
          variant="default"
          loading={loading}
          disabled={dirty}
          onClick={() => void simulate({ variables: { formulaVersionId: working.id } })}
        >
          <Trans>重算</Trans>
        </Button>
      </div>
      <output aria-live="polite">
        {error && <p className="small">{describeFailure(i18n, error)}</p>}
        {called && !loading && effect && <EffectSums effect={effect} />}
      </output>
      {effect && effect.changed > 0 && <EffectOrders effect={effect} />}
    </Section>
  );
}

function EffectSums({ effect }: { effect: Effect }) {
  const { count, changed, difference, belowFloor } = effect;
  if (count === 0) return <p className="small muted">{<Trans>还没有由这个公式计价的订单。</Trans>}</p>;
  return (
    <p className="small">
      <Trans>
        共 {count} 个订单，{changed} 个金额不同，合计相差 <Money fen={difference} />。
      </Trans>{" "}
      {belowFloor > 0 && (
        <ToneTag tone="warn">
          <Trans>{belowFloor} 个低于毛利底线</Trans>
        </ToneTag>
      )}
    </p>
  );
}

function EffectOrders({ effect }: { effect: Effect }) {
  const { t } = useLingui();
  const changed = effect.orders.filter(({ before, after }) => before !== after).slice(0, 10);
  return (
    <table className={css.difference}>
      <thead>
        <tr>
          <th scope="col">{t`订单`}</th>
          <th scope="col">{t`原金额`}</th>
          <th scope="col">{t`新金额`}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ orderId, orderNo, before, after }) => (
          <tr key={orderId}>
            <th scope="row">
              <Link to="/orders/$id" params={{ id: orderId }}>
                {orderNo}
              </Link>
            </th>
            <td>
              <Money fen={before} />
            </td>
            <td>{after === null ? "—" : <Money fen={after} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
