import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { ruleStateWords, ruleTargetWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { type PriceRuleSheetFragment, ReorderPriceRulesDocument } from "../../gql/graphql";
import css from "./Pricing.module.css";

type RuleOrderProps = {
  rules: readonly PriceRuleSheetFragment[];
  chosen: string | undefined;
  onChanged: () => void;
};

/** The rules in their order, moved by buttons or the arrow keys; nothing counts otherwise until the order is saved. */
export function RuleOrder({ rules, chosen, onChanged }: RuleOrderProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const seen = rules.map(({ id }) => id);
  const [moved, setMoved] = useState<readonly string[]>();
  const { act, busy } = useAct(ReorderPriceRulesDocument, (data) => data.reorderPriceRules);
  const order = moved && [...moved].sort().join() === [...seen].sort().join() ? moved : seen;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  function move(from: number, to: number): void {
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    setMoved(next);
  }
  async function save(): Promise<void> {
    const done = await act({ input: { seen, ruleIds: [...order] } });
    setMoved(undefined);
    if (done) toast.ok(t`顺序已保存，新价格立即按它计算`);
    onChanged();
  }
  const changed = order.join() !== seen.join();
  return (
    <nav aria-label={t`计价规则`} className="stack">
      <OrderedRows>
        {order.map((id, index) => {
          const rule = byId.get(id);
          return (
            rule && (
              <OrderedRow key={id} index={index} count={order.length} name={rule.name} onMove={move}>
                <RuleLink rule={rule} current={id === chosen} />
              </OrderedRow>
            )
          );
        })}
      </OrderedRows>
      {changed && can("pricing.publish") && (
        <div className="row">
          <Button loading={busy} onClick={() => void save()}>
            <Trans>保存顺序</Trans>
          </Button>
          <Button variant="default" onClick={() => setMoved(undefined)}>
            <Trans>还原</Trans>
          </Button>
        </div>
      )}
    </nav>
  );
}

function RuleLink({ rule, current }: { rule: PriceRuleSheetFragment; current: boolean }) {
  const { i18n } = useI18n();
  const version = rule.active ?? rule.draft ?? rule.versions[0];
  return (
    <Link
      to="/pricing/rules"
      search={{ rule: rule.id }}
      className={css.rule}
      aria-current={current ? "page" : undefined}
    >
      <span>{rule.name}</span>
      {version && (
        <span className="row small">
          <span className="muted">{i18n._(ruleTargetWords[version.target])}</span>
          <WordTag of={ruleStateWords[version.state]} />
        </span>
      )}
    </Link>
  );
}
