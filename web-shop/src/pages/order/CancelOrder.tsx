import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { CancelOrderDocument } from "../../gql/graphql";

const ReasonDialog = lazy(async () => ({ default: (await import("@kaidan/web-kit/ui/ReasonDialog")).ReasonDialog }));

/** Walks away from an order for which nothing was paid, and says why. */
export function CancelOrder({ order, onStale }: { order: WholeOrder; onStale: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(CancelOrderDocument, (data) => data.cancelOrder);

  async function cancel(reason: string): Promise<void> {
    const done = await act({ input: { orderId: order.id, version: order.version, reason } });
    setAsking(false);
    if (done) toast.ok(t`订单已取消`);
    else onStale();
  }

  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>取消订单</Trans>
      </Button>
      {asking && (
        <Suspense>
          <ReasonDialog
            opened
            onClose={() => setAsking(false)}
            title={t`取消这张订单？`}
            reasons={[t`暂时不需要了`, t`信息填错了，重新下单`, t`价格不合适`]}
            confirmLabel={t`取消订单`}
            onConfirm={(reason) => void cancel(reason)}
            busy={busy}
          />
        </Suspense>
      )}
    </>
  );
}
