import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { consentWords, partKindWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type {
  AmendmentEffectFactsFragment,
  StaffAmendmentCardFragment,
  StaffAmendmentLineFactsFragment,
} from "../../gql/graphql";
import css from "./Amend.module.css";

/** What was and what becomes of each line. */
export function AmendmentLines({ lines }: { lines: readonly StaffAmendmentLineFactsFragment[] }) {
  const { i18n } = useI18n();
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={`${line.componentId ?? line.itemName}:${line.kind}`}>
          <span>
            {i18n._(partKindWords[line.kind])} · {line.itemName}
          </span>
          <span className={css.change}>
            {line.amountBefore !== null && <Money fen={line.amountBefore} />}
            <span aria-hidden>→</span>
            {line.amountAfter === null ? <Trans>取消</Trans> : <Money fen={line.amountAfter} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

type FiguresProps = {
  saleDelta: string;
  costDelta: string | null;
  consent: StaffAmendmentCardFragment["consent"];
  effect: AmendmentEffectFactsFragment | null;
};

/** What the change does to the money: price, plan, what goes back. */
export function AmendmentFigures({ saleDelta, costDelta, consent, effect }: FiguresProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const none = (fen: string | undefined) => (fen === undefined || fen === "0" ? null : <Money fen={fen} />);
  return (
    <>
      <Facts
        items={[
          { label: t`总价变化`, value: <Money fen={saleDelta} /> },
          { label: t`成本变化`, value: costDelta === null ? null : <Money fen={costDelta} /> },
          { label: t`变更后总价`, value: effect && <Money fen={effect.total} /> },
          { label: t`补收差额`, value: none(effect?.difference) },
          { label: t`退还客户`, value: none(effect?.refund) },
          { label: t`没收定金`, value: none(effect?.forfeit) },
          { label: t`赔付客户`, value: none(effect?.compensation) },
          {
            label: t`需客户同意`,
            value: consent.map((reason) => i18n._(consentWords[reason])).join("、") || t`不需要`,
          },
        ]}
      />
      {effect && effect.plan.length > 0 && (
        <ul className={css.lines} aria-label={t`付款计划的变化`}>
          {effect.plan.map(({ name, before, after }) => (
            <li key={name}>
              <span>{name}</span>
              <span className={css.change}>
                {before === null ? "—" : <Money fen={before} />}
                <span aria-hidden>→</span>
                {after === null ? <Trans>作废</Trans> : <Money fen={after} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
