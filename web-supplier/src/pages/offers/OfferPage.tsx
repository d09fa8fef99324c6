import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useSupplierWork } from "../../features/ticket/useSupplierWork";
import type { OfferPageQuery } from "../../gql/graphql";
import { EndedOffer } from "./EndedOffer";
import { OfferActions } from "./OfferActions";
import css from "./OfferPage.module.css";
import { Wanted } from "./Wanted";

const route = getRouteApi("/signedIn/offers/$ticketId");

type Offered = NonNullable<OfferPageQuery["supplierTicket"]>;

/** One offer in full: everything needed to decide, and the clock. Contact and address follow on acceptance. */
export function OfferPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  useSupplierWork(data.mySupplierWork.seq, () => void refresh());
  const now = useNow(1_000);
  const ticket = data.supplierTicket;
  const offer = ticket?.offer;
  if (!ticket || !offer) return <EndedOffer />;
  const over = offer.state === "OFFERED" && Date.parse(offer.expiresAt) <= now;
  if (offer.state !== "OFFERED" || over) {
    return <EndedOffer ticket={ticket} state={over ? "EXPIRED" : offer.state} />;
  }
  return <OpenOffer ticket={ticket} expiresAt={offer.expiresAt} offeredAt={offer.offeredAt} refresh={refresh} />;
}

type OpenOfferProps = { ticket: Offered; expiresAt: string; offeredAt: string; refresh: () => void };

function OpenOffer({ ticket, expiresAt, offeredAt, refresh }: OpenOfferProps) {
  const { t } = useLingui();
  const { itemName, quantity, unit } = ticket;
  return (
    <>
      <PageHeader title={itemName} back="/" aside={<SlaClock until={expiresAt} since={offeredAt} label={t`接单`} />}>
        {formatNumber(quantity)} {unit} · <span className="mono">{ticket.no}</span>
      </PageHeader>
      <div className={css.columns}>
        <section className={`card ${css.pay}`} aria-labelledby="pay">
          <h2 id="pay">
            <Trans>这一单应得</Trans>
          </h2>
          <Money fen={ticket.pay} look="hero" />
          <p className="muted small">
            <Trans>客户验收通过后计入平台应付。接单前就写明，之后不变。</Trans>
          </p>
          <OfferActions ticket={ticket} onRefused={refresh} />
        </section>
        <div className="stack">
          <Scope ticket={ticket} />
          <Wanted milestones={ticket.milestones} />
        </div>
      </div>
    </>
  );
}

function Scope({ ticket }: { ticket: Offered }) {
  const { t } = useLingui();
  const { inputs, region } = ticket;
  return (
    <section className="card stack" aria-labelledby="scope">
      <h2 id="scope">
        <Trans>服务内容</Trans>
      </h2>
      <Facts
        items={[
          { label: t`服务区域`, value: region.name },
          { label: t`数量`, value: `${formatNumber(ticket.quantity)} ${ticket.unit}` },
          { label: t`客户希望的日期`, value: ticket.serviceOn && <DateText at={ticket.serviceOn} as="day" /> },
          ...inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
          { label: t`客户备注`, value: ticket.note, wide: true },
        ]}
      />
      <p className="muted small">
        <Trans>接单后显示联系人、电话和详细地址。</Trans>
      </p>
    </section>
  );
}
