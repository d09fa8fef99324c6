import { PlanPreview } from "@kaidan/web-kit/ui/PaymentPlan";
import { Trans } from "@lingui/react/macro";
import { FilePen, ShieldCheck } from "lucide-react";
import type { PriceFragment } from "../../gql/graphql";
import css from "./PlanCard.module.css";

/** What is paid when, with the amounts of the price on the screen, whether on paper, and where the money stays meanwhile. */
export function PlanCard({ price, contract }: { price: PriceFragment; contract: boolean }) {
  return (
    <section className="card" aria-labelledby="plan">
      <h2 id="plan">
        <Trans>付款计划</Trans>
      </h2>
      <PlanPreview steps={price.plan} />
      {contract && (
        <p className={css.trust}>
          <FilePen size={16} strokeWidth={1.75} aria-hidden />
          <span>
            <Trans>需签订书面合同：下单后下载打印、签字上传，首期款到账且合同核验通过后开工</Trans>
          </span>
        </p>
      )}
      <p className={css.trust}>
        <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <Trans>付给平台的钱由平台代管，验收后付给服务商</Trans>
        </span>
      </p>
    </section>
  );
}
