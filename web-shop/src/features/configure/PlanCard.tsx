import { PlanPreview } from "@kaidan/web-kit/ui/PaymentPlan";
import { Trans } from "@lingui/react/macro";
import { ShieldCheck } from "lucide-react";
import type { PriceFragment } from "../../gql/graphql";
import css from "./PlanCard.module.css";

/** What is paid when, with the amounts of the price on the screen, and where the money stays meanwhile. */
export function PlanCard({ price }: { price: PriceFragment }) {
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">
        <Trans>付款计划</Trans>
      </h2>
      <PlanPreview steps={price.plan} />
      <p className={css.trust}>
        <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <Trans>资金由平台代管，验收后付给服务商</Trans>
        </span>
      </p>
    </section>
  );
}
