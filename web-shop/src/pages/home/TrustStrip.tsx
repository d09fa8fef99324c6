import { Trans } from "@lingui/react/macro";
import { CircleCheck, Eye, ReceiptText, ShieldCheck } from "lucide-react";
import css from "./HomePage.module.css";

/** The four promises of the house. */
export function TrustStrip() {
  return (
    <ul className={`list ${css.trust}`}>
      <li>
        <ReceiptText size={22} strokeWidth={1.5} aria-hidden />
        <strong>
          <Trans>价格逐项写明</Trans>
        </strong>
        <span>
          <Trans>每一项怎么算的，下单前就看得到</Trans>
        </span>
      </li>
      <li>
        <ShieldCheck size={22} strokeWidth={1.5} aria-hidden />
        <strong>
          <Trans>资金平台代管</Trans>
        </strong>
        <span>
          <Trans>按节点分期支付，验收后才付给服务商</Trans>
        </span>
      </li>
      <li>
        <Eye size={22} strokeWidth={1.5} aria-hidden />
        <strong>
          <Trans>进度实时可见</Trans>
        </strong>
        <span>
          <Trans>每一步经平台审核，照片为证</Trans>
        </span>
      </li>
      <li>
        <CircleCheck size={22} strokeWidth={1.5} aria-hidden />
        <strong>
          <Trans>满意再验收</Trans>
        </strong>
        <span>
          <Trans>不满意可以要求返工，不另收费</Trans>
        </span>
      </li>
    </ul>
  );
}
