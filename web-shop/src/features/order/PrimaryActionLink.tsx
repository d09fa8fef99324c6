import { formatMoney, minusFen } from "@kaidan/web-kit/format/money";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { Trans } from "@lingui/react/macro";
import type { OrderActionFragment } from "../../gql/graphql";
import { payableInstalment, primaryAction } from "./primary-action";

/** The link to the order's one deed, looking like the button it is; nothing while it is somebody else's turn. */
export function PrimaryActionLink({ order, size }: { order: OrderActionFragment; size?: "sm" | "md" }) {
  const action = primaryAction(order);
  if (!action) return null;
  const orderId = order.id;
  if (action.kind === "PAY") {
    const { instalmentId } = action;
    return (
      <ButtonLink to="/o/$orderId/pay/$instalmentId" params={{ orderId, instalmentId }} size={size}>
        <PayWords order={order} />
      </ButtonLink>
    );
  }
  if (action.kind === "ACCEPT") {
    return (
      <ButtonLink to="/o/$orderId/accept/$ticketId" params={{ orderId, ticketId: action.ticketId }} size={size}>
        <Trans>去验收</Trans>
      </ButtonLink>
    );
  }
  if (action.kind === "SIGN") {
    return (
      <ButtonLink to="/o/$orderId/contract" params={{ orderId }} size={size}>
        <Trans>签署合同</Trans>
      </ButtonLink>
    );
  }
  return (
    <ButtonLink to="/o/$orderId/review" params={{ orderId }} size={size}>
      <Trans>去评价</Trans>
    </ButtonLink>
  );
}

function PayWords({ order }: { order: OrderActionFragment }) {
  const instalment = payableInstalment(order);
  const amount = instalment ? formatMoney(minusFen(instalment.amount, instalment.paid)) : "";
  return <Trans>支付 {amount}</Trans>;
}
