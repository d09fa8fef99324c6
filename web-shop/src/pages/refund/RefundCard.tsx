import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { refundRouteWords } from "@kaidan/web-kit/vocabulary/refund-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { AgreeRefundDocument, type RefundShownFragment, WithdrawRefundDocument } from "../../gql/graphql";

type RefundCardProps = { refund: RefundShownFragment; onStale: () => void };

/** One refund: where it is, what it is for, each part with its own state, and what its customer may do now. */
export function RefundCard({ refund, onStale }: RefundCardProps) {
  const { t } = useLingui();
  const agreeing = useAct(AgreeRefundDocument, (data) => data.agreeRefund);
  const withdrawing = useAct(WithdrawRefundDocument, (data) => data.withdrawRefund);
  const input = { refundId: refund.id, version: refund.version };
  const may = (action: string): boolean => refund.availableActions.includes(action);
  async function agree(): Promise<void> {
    if (!(await agreeing.act({ input }))) onStale();
  }
  async function withdraw(): Promise<void> {
    if (!(await withdrawing.act({ input }))) onStale();
  }
  return (
    <section className="card stack" aria-label={t`退款 ${refund.no}`}>
      <Group justify="space-between">
        <h2 className="mono">{refund.no}</h2>
        <StatusTag of="RefundState" state={refund.state} />
      </Group>
      <Facts
        items={[
          { label: t`申请金额`, value: refund.asked && <Money fen={refund.asked} /> },
          { label: t`退款金额`, value: refund.amount !== "0" && <Money fen={refund.amount} /> },
          { label: t`服务`, value: refund.lines.map(({ itemName }) => itemName).join("、") },
          { label: t`申请时间`, value: <DateText at={refund.requestedAt} as="absolute" /> },
          { label: t`退款原因`, value: refund.reason, wide: true },
          { label: t`未通过原因`, value: refund.rejectReason, wide: true },
        ]}
      />
      <PhotoGrid photos={refund.photos} label={t`退款照片`} />
      {refund.parts.length > 0 && <RefundParts parts={refund.parts} />}
      <Group>
        {may("AGREE") && (
          <Button loading={agreeing.busy} onClick={() => void agree()}>
            <Trans>同意这个方案</Trans>
          </Button>
        )}
        {may("WITHDRAW") && (
          <Button variant="default" loading={withdrawing.busy} onClick={() => void withdraw()}>
            <Trans>撤回申请</Trans>
          </Button>
        )}
      </Group>
    </section>
  );
}

function RefundParts({ parts }: { parts: RefundShownFragment["parts"] }) {
  const { t, i18n } = useLingui();
  return (
    <ul className="list stack" aria-label={t`退款去向`}>
      {parts.map(({ id, amount, route, state, instalmentName, accountEnd }) => (
        <li key={id}>
          <Group justify="space-between">
            <span>
              {i18n._(wordOf(refundRouteWords, route))} <span className="muted small">{instalmentName}</span>
              {accountEnd && (
                <span className="muted small">
                  {" "}
                  <Trans>尾号 {accountEnd}</Trans>
                </span>
              )}
            </span>
            <Group gap="xs">
              <Money fen={amount} />
              <StatusTag of="RefundPartState" state={state} />
            </Group>
          </Group>
        </li>
      ))}
    </ul>
  );
}
