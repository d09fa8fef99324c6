import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { hasEnded } from "@kaidan/web-kit/ui/ThreeAxes";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLiveOrder, type WholeOrder } from "../../features/order/useLiveOrder";
import type { OrderPaymentFragment } from "../../gql/graphql";
import { BankTransfer } from "./BankTransfer";
import { ChooseTender } from "./ChooseTender";
import { Combined } from "./Combined";
import { Compose } from "./Compose";
import { Instalment } from "./Instalment";
import { LastAttempt } from "./LastAttempt";
import css from "./PayPage.module.css";
import { Settled } from "./Settled";
import { standingOf } from "./standing";
import { Unfinished } from "./Unfinished";

const route = getRouteApi("/shop/signedIn/o/$orderId/pay/$instalmentId");

/** Pays one instalment: by transfer with a slip that a cashier confirms, or through a channel's own page. */
export function PayPage() {
  const { order, reload } = useLiveOrder(route.useLoaderData());
  const { instalmentId } = route.useParams();
  const instalment = order?.instalments.find(({ id }) => id === instalmentId);
  if (!order || !instalment) return <NotFoundState home="/" />;
  const { combined } = instalment;
  if (combined && instalment.payable !== "0" && !hasEnded(order.state)) {
    return (
      <Frame order={order}>
        <Instalment order={order} instalment={instalment} payment={undefined} />
        <Combined group={combined} onStale={reload} />
      </Frame>
    );
  }
  return <Pay order={order} instalment={instalment} onStale={reload} />;
}

type PayProps = { order: WholeOrder; instalment: WholeOrder["instalments"][number]; onStale: () => void };

function Frame({ order, children }: { order: WholeOrder; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <div className={css.page}>
      <PageHeader title={t`支付`} back={`/o/${order.id}`} aside={<LiveBadge />} />
      {children}
    </div>
  );
}

function Pay({ order, instalment, onStale }: PayProps) {
  const [chosen, setChosen] = useState<OrderPaymentFragment>();
  const [changing, setChanging] = useState(false);
  const payable = instalment.payable !== "0" && !hasEnded(order.state);
  const standing = standingOf(instalment.payments, chosen);
  const underWay = payable && !changing ? standing : undefined;
  return (
    <Frame order={order}>
      <Instalment
        order={order}
        instalment={instalment}
        payment={standing.kind === "TRANSFER" ? standing.payment : undefined}
      />
      {!payable && <Settled order={order} instalment={instalment} />}
      {underWay?.kind === "TRANSFER" && (
        <BankTransfer payment={underWay.payment} onChange={() => setChanging(true)} onStale={onStale} />
      )}
      {underWay?.kind === "CHANNEL" && (
        <Unfinished payment={underWay.payment} payUrl={underWay.payUrl} onChange={() => setChanging(true)} />
      )}
      {underWay?.kind === "CHOOSE" && <LastAttempt payment={underWay.last} />}
      {payable && (changing || standing.kind === "CHOOSE") && (
        <ChooseTender
          instalment={instalment}
          preset={standing.kind === "CHOOSE" ? standing.last?.tender : undefined}
          onTransfer={(payment) => {
            setChosen(payment);
            setChanging(false);
          }}
          onStale={onStale}
        />
      )}
      {payable && standing.kind === "CHOOSE" && <Compose instalment={instalment} onDone={onStale} />}
    </Frame>
  );
}
