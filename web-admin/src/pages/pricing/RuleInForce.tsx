import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import {
  ActivatePriceRuleDocument,
  DisablePriceRuleDocument,
  PriceRuleEffectDocument,
  type PriceRuleSheetFragment,
} from "../../gql/graphql";
import { SimulatedOrders } from "./SimulatedOrders";

/** What a draft would change and the button that puts it in force; or the button that ends what is in force. */
export function RuleInForce({ rule, onChanged }: { rule: PriceRuleSheetFragment; onChanged: () => void }) {
  if (rule.draft) return <DraftEffect draft={rule.draft} onChanged={onChanged} />;
  if (rule.active) return <Ending active={rule.active} onChanged={onChanged} />;
  return null;
}

type Version = NonNullable<PriceRuleSheetFragment["draft"]>;

function DraftEffect({ draft, onChanged }: { draft: Version; onChanged: () => void }) {
  const { t } = useLingui();
  const { can } = useMe();
  const { data } = useQuery(PriceRuleEffectDocument, {
    variables: { ruleVersionId: draft.id },
    fetchPolicy: "network-only",
  });
  const { act, busy } = useAct(ActivatePriceRuleDocument, (answer) => answer.activatePriceRule);
  async function activate(): Promise<void> {
    const done = await act({ input: { ruleVersionId: draft.id, version: draft.version } });
    if (done) toast.ok(t`规则已生效`);
    onChanged();
  }
  return (
    <Section title={t`启用草稿 v${draft.number}`} lead={t`按最近 100 个订单重新计算，看看会有什么不同。`}>
      {data?.simulatePriceRule ? <SimulatedOrders effect={data.simulatePriceRule} /> : <ListSkeleton rows={2} />}
      {draft.byAnother && (
        <p className="small muted">
          <Trans>这份草稿由您编写：按业务设置，须由另一位有发布权限的同事启用。</Trans>
        </p>
      )}
      {can("pricing.publish") && (
        <div>
          <Button loading={busy} disabled={draft.byAnother} onClick={() => void activate()}>
            <Trans>启用</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function Ending({ active, onChanged }: { active: Version; onChanged: () => void }) {
  const { t } = useLingui();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(DisablePriceRuleDocument, (answer) => answer.disablePriceRule);
  if (!can("pricing.publish")) return null;
  async function disable(): Promise<void> {
    const done = await act({ input: { ruleVersionId: active.id, version: active.version } });
    setAsking(false);
    if (done) toast.ok(t`规则已停用`);
    onChanged();
  }
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>停用这条规则</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`停用“${active.name}”？`}
        confirmLabel={t`停用`}
        busy={busy}
        onConfirm={() => void disable()}
      >
        <p>
          <Trans>新的价格立即不再按它计算；已有订单保持原来的价格。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
