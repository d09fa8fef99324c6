import { useQuery } from "@apollo/client/react";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { SupplierCard } from "@kaidan/web-kit/ui/SupplierCard";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { Part } from "../../features/configure/configuration";
import type { QuotedPrice } from "../../features/configure/usePrice";
import { Sheet } from "../../features/sheet/Sheet";
import { ComponentOffersDocument, type ComponentOffersQuery } from "../../gql/graphql";
import { type OfferSort, offerReasonWords, sortOffers } from "./offers";
import { PriceNow } from "./PriceSide";
import css from "./SupplierSheet.module.css";

export type Offer = NonNullable<ComponentOffersQuery["product"]>["components"][number]["offers"][number];

type SupplierSheetProps = {
  slug: string;
  regionCode: string;
  part: Part;
  quote: QuotedPrice;
  onChoose: (supplierId: string | null) => void;
  onClose: () => void;
};

/** Who can do one item in this city, side by side: price, marks, experience, level. The platform's choice is the default. */
export function SupplierSheet({ slug, regionCode, part, quote, onChoose, onClose }: SupplierSheetProps) {
  const { i18n, t } = useLingui();
  const { item } = part.component;
  const name = i18n.locale === "en" ? item.nameEn : item.name;
  const { data, error, refetch } = useQuery(ComponentOffersDocument, { variables: { slug, regionCode } });
  const offers = data?.product?.components.find(({ id }) => id === part.component.id)?.offers;
  return (
    <Sheet
      title={t`选择服务商 · ${name}`}
      onClose={onClose}
      foot={
        <div className={css.foot}>
          <PriceNow quote={quote} />
          <Button onClick={onClose}>
            <Trans>选好了</Trans>
          </Button>
        </div>
      }
    >
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={3} />}
      {offers && (
        <Choices offers={offers} part={part} present={presentOffer(offers, part, quote)} onChoose={onChoose} />
      )}
    </Sheet>
  );
}

/** The offer that the price stands on now: the chosen supplier's, or the one the platform would take. */
function presentOffer(offers: readonly Offer[], part: Part, { price }: QuotedPrice): Offer | undefined {
  const line = price?.lines.find(({ componentId }) => componentId === part.component.id);
  const supplierId = part.supplierId ?? line?.supplier?.id;
  return offers.find(({ supplier }) => supplier.id === supplierId);
}

type ChoicesProps = {
  offers: readonly Offer[];
  part: Part;
  present: Offer | undefined;
  onChoose: (supplierId: string | null) => void;
};

function Choices({ offers, part, present, onChoose }: ChoicesProps) {
  const { t } = useLingui();
  const group = useId();
  const [sort, setSort] = useState<OfferSort>("RECOMMENDED");
  if (offers.length === 0) {
    return (
      <p className="muted">
        <Trans>这座城市暂时没有可以提供这项服务的服务商。</Trans>
      </p>
    );
  }
  return (
    <fieldset className={css.choices}>
      <legend className="visually-hidden">{t`服务商`}</legend>
      <label className={css.platform} data-selected={part.supplierId === null || undefined}>
        <input type="radio" name={group} checked={part.supplierId === null} onChange={() => onChoose(null)} />
        <span>
          {t`平台推荐`}
          <small>{t`按评分、价格和经验为您安排最合适的一家`}</small>
        </span>
      </label>
      <FilterTabs<OfferSort>
        label={t`排序`}
        value={sort}
        onChange={setSort}
        options={[
          { value: "RECOMMENDED", label: t`综合` },
          { value: "PRICE", label: t`价格` },
          { value: "RATING", label: t`评分` },
        ]}
      />
      {sortOffers(offers, sort).map((offer) => (
        <OfferChoice key={offer.id} offer={offer} part={part} present={present} group={group} onChoose={onChoose} />
      ))}
    </fieldset>
  );
}

type OfferChoiceProps = {
  offer: Offer;
  part: Part;
  present: Offer | undefined;
  group: string;
  onChoose: (supplierId: string | null) => void;
};

function OfferChoice({ offer, part, present, group, onChoose }: OfferChoiceProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { supplier, level, perDay } = offer;
  const reason = offerReasonWords[offer.reason];
  const free = offer.nextFreeOn;
  const papers = supplier.certificateKinds.join("、");
  const facts = [
    reason && i18n._(reason),
    t`能力 ${level} 级`,
    t`每日可接 ${perDay}`,
    free && t`最早 ${free}`,
    papers && t`已核验：${papers}`,
  ];
  return (
    <div className={css.offer}>
      <SupplierCard
        supplier={supplier}
        recommended={offer.recommended}
        note={facts.filter(Boolean).join(" · ")}
        price={
          <>
            <Money fen={offer.salePrice} look="price" />
            <span className="muted small">/{part.component.item.unit}</span>
            <Difference offer={offer} present={present} />
          </>
        }
        name={group}
        selected={part.supplierId === supplier.id}
        onSelect={() => onChoose(supplier.id)}
      />
      <Link to="/s/$supplierId" params={{ supplierId: supplier.id }} className={css.profile}>
        <Trans>查看主页与评价</Trans>
      </Link>
    </div>
  );
}

/** How much a unit costs more or less than with the supplier the price stands on now. */
function Difference({ offer, present }: { offer: Offer; present: Offer | undefined }) {
  if (!present) return null;
  const difference = BigInt(offer.salePrice) - BigInt(present.salePrice);
  const amount = <Money fen={String(difference < 0n ? -difference : difference)} />;
  return (
    <span className={css.difference} data-less={difference < 0n || undefined}>
      {offer.id === present.id && <Trans>当前选择</Trans>}
      {offer.id !== present.id && difference === 0n && <Trans>与当前同价</Trans>}
      {difference > 0n && <Trans>比当前贵 {amount}</Trans>}
      {difference < 0n && <Trans>比当前便宜 {amount}</Trans>}
    </span>
  );
}
