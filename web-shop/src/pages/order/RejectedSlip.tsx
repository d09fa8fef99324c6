import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { newestPayment, payableInstalment } from "../../features/order/primary-action";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./OrderHero.module.css";

/** The cashier could not match the last slip: why, and where to send another. */
export function RejectedSlip({ order }: { order: WholeOrder }) {
  const instalment = payableInstalment(order);
  const newest = instalment && newestPayment(instalment.payments);
  if (!instalment || newest?.state !== "REJECTED") return null;
  const { reason } = newest;
  return (
    <p className={css.rejected} role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <Trans>上一张转账凭证未通过核对：{reason}</Trans>{" "}
        <Link
          to="/o/$orderId/pay/$instalmentId"
          params={{ orderId: order.id, instalmentId: instalment.id }}
          className={css.again}
        >
          <Trans>重新上传</Trans>
        </Link>
      </span>
    </p>
  );
}
