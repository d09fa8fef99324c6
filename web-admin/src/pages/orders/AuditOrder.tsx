import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { auditReasonWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { AuditOrderDocument, type OrderChangesQuery } from "../../gql/graphql";

type Order = NonNullable<OrderChangesQuery["staffOrder"]>;
type AuditOrderProps = { order: Pick<Order, "id" | "version" | "auditReasons">; onStale: () => void };

/** Lets an order pass that waits for an auditor, or returns it with a reason. Nobody pays before. */
export function AuditOrder({ order, onStale }: AuditOrderProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const { act, busy } = useAct(AuditOrderDocument, (data) => data.auditOrder);
  const [asking, setAsking] = useState(false);
  if (order.auditReasons.length === 0) return null;
  async function decide(approve: boolean, reason: string | null): Promise<void> {
    const done = await act({ input: { orderId: order.id, version: order.version, approve, reason } });
    setAsking(false);
    onStale();
    if (done) toast.ok(approve ? t`审核通过，客户可以付款` : t`已退回客户`);
  }
  return (
    <Section
      title={t`订单待审核`}
      lead={order.auditReasons.map((reason) => i18n._(auditReasonWords[reason])).join("、")}
    >
      {can("orders.audit") ? (
        <Group>
          <Button loading={busy} onClick={() => void decide(true, null)}>
            <Trans>审核通过</Trans>
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>退回</Trans>
          </Button>
        </Group>
      ) : (
        <p className="muted small">
          <Trans>由有订单审核权限的同事处理；通过之前客户不能付款。</Trans>
        </p>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`退回这张订单`}
        reasons={[t`填写的信息有误`, t`价格需要重新核对`]}
        confirmLabel={t`退回`}
        busy={busy}
        onConfirm={(reason) => void decide(false, reason)}
      />
    </Section>
  );
}
