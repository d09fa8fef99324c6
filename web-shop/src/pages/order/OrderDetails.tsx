import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { PriceBreakdown } from "@kaidan/web-kit/ui/PriceBreakdown";
import { Stars } from "@kaidan/web-kit/ui/Rating";
import { SoldBy } from "@kaidan/web-kit/ui/SoldBy";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { CancelOrder } from "./CancelOrder";
import css from "./OrderDetails.module.css";

/** The price as it was agreed, with its rules and coupon; of an order from a quotation its lines alone. */
function AgreedPrice({ order: { total, lines, price } }: { order: WholeOrder }) {
  const plain = lines.map((line) => ({ ...line, componentId: line.id, explanation: "" }));
  return (
    <PriceBreakdown
      total={total}
      lines={price?.lines ?? plain}
      effects={price ? [...price.rules, ...price.coupons] : []}
      tax={price?.tax}
      defaultOpen={false}
    />
  );
}

/** Of what others sell or an office gets a part: who sells it, who collects, and how much is the office's. */
function Sellers({ lines }: Pick<WholeOrder, "lines">) {
  const told = lines.filter((line) => line.collectionMode !== "OWN_SALE" || line.officialFee !== "0");
  if (told.length === 0) return null;
  return (
    <ul className="list">
      {told.map((line) => (
        <li key={line.id}>
          {line.itemName} {line.supplier?.name} <SoldBy mode={line.collectionMode} officialFee={line.officialFee} />
        </li>
      ))}
    </ul>
  );
}

/** What was agreed: who and where, the answers given, the price as it was, and the way out while nothing is paid. */
export function OrderDetails({ order, onStale }: { order: WholeOrder; onStale: () => void }) {
  const { t } = useLingui();
  const { region, address } = order;
  return (
    <section className={`card ${css.details}`} aria-labelledby="details">
      <h2 id="details">
        <Trans>订单信息</Trans>
      </h2>
      <Facts
        items={[
          { label: t`联系人`, value: order.contactName },
          { label: t`联系电话`, value: order.contactPhone },
          { label: t`地址`, value: `${region.name} ${address}`, wide: true },
          { label: t`希望开始的日期`, value: order.serviceOn && <DateText at={order.serviceOn} as="day" /> },
          ...order.inputs.map(({ label, value, unit }) => ({ label, value: unit ? `${value} ${unit}` : value })),
          { label: t`备注`, value: order.note, wide: true },
          { label: t`下单时间`, value: <DateText at={order.placedAt} as="absolute" /> },
          { label: t`完成时间`, value: order.completedAt && <DateText at={order.completedAt} as="absolute" /> },
          { label: t`我的评价`, value: order.review && <Stars value={order.review.overall} /> },
        ]}
      />
      <AgreedPrice order={order} />
      <Sellers lines={order.lines} />
      <footer className={css.foot}>
        {order.productSlug && (
          <Link to="/p/$slug" params={{ slug: order.productSlug }}>
            <Trans>再看这项服务</Trans>
          </Link>
        )}
        {order.availableActions.includes("CANCEL") && <CancelOrder order={order} onStale={onStale} />}
      </footer>
    </section>
  );
}
