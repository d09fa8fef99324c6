import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { Money } from "@kaidan/web-kit/ui/Money";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { DeclineQuotationDocument, type QuoteVersionFragment, type QuoteWholeFragment } from "../../gql/graphql";
import css from "./Quotes.module.css";
import { totalWith } from "./quote-total";

const AcceptSheet = lazy(async () => ({ default: (await import("./AcceptSheet")).AcceptSheet }));
const ChangeSheet = lazy(async () => ({ default: (await import("./ChangeSheet")).ChangeSheet }));
const ReasonDialog = lazy(async () => ({ default: (await import("@kaidan/web-kit/ui/ReasonDialog")).ReasonDialog }));

type DecisionProps = {
  quote: QuoteWholeFragment;
  version: QuoteVersionFragment;
  ticked: ReadonlySet<number>;
  /** Whether this version can still be accepted. */
  open: boolean;
  onStale: () => void;
};

/** The price with what is ticked, the time left, and the customer's three answers. */
export function QuoteDecision({ quote, version, ticked, open, onStale }: DecisionProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"ACCEPT" | "CHANGE" | "DECLINE">();
  const { act, busy } = useAct(DeclineQuotationDocument, (data) => data.declineQuotation);
  const close = () => setAsking(undefined);
  const total = version.acceptedTotal ?? totalWith(version, ticked);

  async function decline(reason: string): Promise<void> {
    const done = await act({ input: { quotationId: quote.id, number: version.number, reason } });
    close();
    if (done) toast.ok(t`已拒绝这份报价`);
    else onStale();
  }

  return (
    <section className={`card ${css.section}`} aria-labelledby="decision">
      <h2 id="decision" className={css.total}>
        <Trans>合计</Trans>
        <Money fen={total} look="price" />
      </h2>
      {open && <SlaClock until={version.validUntil} since={version.sentAt ?? version.validUntil} label={t`有效期`} />}
      {version.endReason && <p className="muted">{version.endReason}</p>}
      {quote.order && (
        <ButtonLink to="/o/$orderId" params={{ orderId: quote.order.id }}>
          <Trans>查看订单</Trans>
        </ButtonLink>
      )}
      {open && (
        <div className={css.deeds}>
          <Button size="md" onClick={() => setAsking("ACCEPT")}>
            <Trans>接受报价</Trans>
          </Button>
          <Button variant="default" onClick={() => setAsking("CHANGE")}>
            <Trans>请求修改</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setAsking("DECLINE")}>
            <Trans>拒绝</Trans>
          </Button>
        </div>
      )}
      <Suspense>
        {asking === "ACCEPT" && (
          <AcceptSheet
            quote={quote}
            version={version}
            ticked={ticked}
            total={total}
            onClose={close}
            onStale={onStale}
          />
        )}
        {asking === "CHANGE" && <ChangeSheet quote={quote} version={version} onClose={close} />}
        {asking === "DECLINE" && (
          <ReasonDialog
            opened
            onClose={close}
            title={t`拒绝这份报价？`}
            reasons={[t`价格不合适`, t`暂时不需要了`, t`已选择其他方案`]}
            confirmLabel={t`拒绝报价`}
            onConfirm={(reason) => void decline(reason)}
            busy={busy}
          />
        )}
      </Suspense>
    </section>
  );
}
