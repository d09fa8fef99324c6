import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { AcceptWorkDocument } from "../../gql/graphql";
import css from "./AcceptPage.module.css";

const ConfirmDialog = lazy(async () => ({ default: (await import("@kaidan/web-kit/ui/ConfirmDialog")).ConfirmDialog }));
const ReworkSheet = lazy(async () => ({ default: (await import("./ReworkSheet")).ReworkSheet }));

type DecisionProps = {
  order: WholeOrder;
  ticket: WholeOrder["tickets"][number];
  onStale: () => void;
};

/** Accepting pays the supplier and cannot be taken back, so it is asked once more; sending back needs a reason. */
export function Decision({ order, ticket, onStale }: DecisionProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"accept" | "rework">();
  const once = useIdempotencyKey(`accept:${ticket.id}:${ticket.version}`);
  const { act, busy } = useAct(AcceptWorkDocument, (data) => data.acceptWork);
  const { itemName } = ticket;

  async function accept(): Promise<void> {
    const done = await act({
      input: { ticketId: ticket.id, version: ticket.version, idempotencyKey: once.key() },
    });
    setAsking(undefined);
    if (!done) return onStale();
    once.answered();
    toast.ok(t`${itemName} 已验收`);
    await navigate({ to: "/o/$orderId", params: { orderId: order.id }, replace: true });
  }

  return (
    <>
      <div className={css.bar}>
        <Button variant="default" size="md" onClick={() => setAsking("rework")}>
          <Trans>要求返工</Trans>
        </Button>
        <Button size="md" onClick={() => setAsking("accept")}>
          <Trans>确认验收</Trans>
        </Button>
      </div>
      <Suspense>
        {asking === "accept" && (
          <ConfirmDialog
            opened
            onClose={() => setAsking(undefined)}
            title={t`确认验收“${itemName}”？`}
            confirmLabel={t`确认验收`}
            onConfirm={() => void accept()}
            busy={busy}
          >
            <Trans>验收后这项服务的款项会结算给服务商，不能撤回。</Trans>
          </ConfirmDialog>
        )}
        {asking === "rework" && (
          <ReworkSheet order={order} ticket={ticket} onClose={() => setAsking(undefined)} onStale={onStale} />
        )}
      </Suspense>
    </>
  );
}
