import { useQuery } from "@apollo/client/react";
import { minusFen } from "@kaidan/web-kit/format/money";
import { formatBasisPoints } from "@kaidan/web-kit/format/numbers";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { describeFailure } from "@kaidan/web-kit/vocabulary/error-words";
import { funderWords } from "@kaidan/web-kit/vocabulary/pricing-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { CircleCheck, CircleX } from "lucide-react";
import { Section } from "../../features/console/Section";
import { Cost, Margin } from "../../features/prices/Margin";
import { StaffOrderPriceDocument, type StaffPriceFactsFragment } from "../../gql/graphql";
import css from "./OrderPrice.module.css";
import { PriceTrace } from "./PriceTrace";

/** Why this price: what was kept with the order, step by step, and whether working it out again gives the same fen. */
export function OrderPrice({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data, error } = useQuery(StaffOrderPriceDocument, { variables: { id: orderId } });
  const price = data?.staffOrder?.price;
  if (data && !price) return null;
  return (
    <Section title={t`价格是怎么算的`} aside={price && <Checked check={price.check} />} flush>
      {error && <Alert color="red">{describeFailure(i18n, error, "page")}</Alert>}
      {!price && !error && <ListSkeleton rows={2} />}
      {price && <PriceFacts price={price} />}
    </Section>
  );
}

function Checked({ check: { same, intact, total } }: { check: StaffPriceFactsFragment["check"] }) {
  if (same && intact) {
    return (
      <ToneTag tone="ok" icon={CircleCheck}>
        <Trans>按原版本重算，一分不差</Trans>
      </ToneTag>
    );
  }
  return (
    <ToneTag tone="danger" icon={CircleX}>
      {intact ? (
        <Trans>
          重算得 <Money fen={total} />
          ，与原价不符
        </Trans>
      ) : (
        <Trans>快照内容与指纹不符</Trans>
      )}
    </ToneTag>
  );
}

function PriceFacts({ price }: { price: StaffPriceFactsFragment }) {
  const { t } = useLingui();
  const { can } = useMe();
  const costs = can("cost.read");
  const { total, tax, taxRate, cost, margin, belowFloor, hash, createdAt } = price;
  const rate = formatBasisPoints(taxRate);
  return (
    <>
      <PriceTrace lines={price.lines} costs={costs} />
      <Effects price={price} />
      <div className={css.foot}>
        <Facts
          items={[
            { label: t`合计`, value: <Money fen={total} look="price" /> },
            {
              label: t`含税`,
              value: (
                <>
                  <Money fen={tax} /> <span className="muted">{rate}</span>
                </>
              ),
            },
            { label: t`下单时的成本`, value: costs && <Cost fen={cost} /> },
            {
              label: t`下单时的毛利`,
              value: costs && margin !== null && (
                <>
                  <Margin cost={minusFen(total, margin)} sale={total} />{" "}
                  {belowFloor && <ToneTag tone="warn">{t`低于毛利底线`}</ToneTag>}
                </>
              ),
            },
            { label: t`快照时间`, value: <DateText at={createdAt} as="absolute" /> },
            { label: t`快照指纹`, value: <span className={`mono ${css.hash}`}>{hash}</span>, wide: true },
          ]}
        />
      </div>
    </>
  );
}

/** Rules and coupon with what each did to the whole, who funds it and in which version. */
function Effects({ price: { rules, coupons } }: { price: StaffPriceFactsFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  if (rules.length + coupons.length === 0)
    return <p className={`muted small ${css.none}`}>{t`没有用到规则和优惠券。`}</p>;
  return (
    <ul className={`list ${css.effects}`}>
      {rules.map(({ name, effect, fundedBy, rule }) => (
        <li key={rule?.id ?? name}>
          <span>
            <Trans>规则</Trans> · {name} {rule && <span className="muted">v{rule.number}</span>}
          </span>
          <span className="muted">{i18n._(funderWords[fundedBy])}</span>
          <Money fen={effect} />
        </li>
      ))}
      {coupons.map(({ name, effect, fundedBy }) => (
        <li key={name}>
          <span>
            <Trans>优惠券</Trans> · {name}
          </span>
          <span className="muted">{i18n._(funderWords[fundedBy])}</span>
          <Money fen={effect} />
        </li>
      ))}
    </ul>
  );
}
