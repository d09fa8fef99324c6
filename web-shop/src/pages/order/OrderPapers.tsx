import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { Trans } from "@lingui/react/macro";

/** The way to the order's forms, invoices and flows. */
export function OrderPapers({ orderId }: { orderId: string }) {
  return (
    <section className="card stack" aria-labelledby="papers">
      <h2 id="papers">
        <Trans>单据</Trans>
      </h2>
      <p className="muted small">
        <Trans>确认单、收据、服务单与发票，以及资金往来。</Trans>
      </p>
      <ButtonLink to="/o/$orderId/papers" params={{ orderId }} look="outline">
        <Trans>查看单据</Trans>
      </ButtonLink>
    </section>
  );
}
