import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { newestPayment, payableInstalment } from "../../features/order/primary-action";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import css from "./OrderHero.module.css";

/** The last attempt to pay came to nothing: why, and where to try again. */
export function PaymentTrouble({ order }: { order: WholeOrder }) {
  const instalment = payableInstalment(order);
  const newest = instalment && newestPayment(instalment.payments);
  if (!instalment || (newest?.state !== "REJECTED" && newest?.state !== "FAILED")) return null;
  const { state, reason } = newest;
  return (
    <p className={css.trouble} role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {state === "REJECTED" ? <Trans>上一张转账凭证未通过核对：{reason}</Trans> : <Trans>上一次支付没有成功。</Trans>}{" "}
        <Link
          to="/o/$orderId/pay/$instalmentId"
          params={{ orderId: order.id, instalmentId: instalment.id }}
          className={css.again}
        >
          {state === "REJECTED" ? <Trans>重新上传</Trans> : <Trans>重新支付</Trans>}
        </Link>
      </span>
    </p>
  );
}
