import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { hasPrice } from "../../features/configure/configuration";
import { obstacleOf } from "../../features/configure/obstacle";
import { PlanCard } from "../../features/configure/PlanCard";
import { useEstimate } from "../../features/configure/useEstimate";
import { ActionBar } from "../../features/frame/ActionBar";
import { Columns } from "../../features/frame/Columns";
import type { ProductPageQuery } from "../../gql/graphql";
import { AskedSide, AskedWords } from "./AskedSide";
import { Included } from "./Included";
import { InquireLink } from "./InquireLink";
import { OrderButton } from "./OrderButton";
import { PriceNow, PriceSide, Reason } from "./PriceSide";
import { ProductHead } from "./ProductHead";
import css from "./ProductPage.module.css";
import { ProductReviews } from "./ProductReviews";
import { Questions } from "./Questions";
import { useConfigurator } from "./useConfigurator";

const route = getRouteApi("/shop/p/$slug");
const SupplierSheet = lazy(async () => ({ default: (await import("./SupplierSheet")).SupplierSheet }));

type Product = NonNullable<ProductPageQuery["product"]>;

/** One product: what it is, what the visitor wants of it, what that costs and why. */
export function ProductPage() {
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { i18n } = useI18n();
  const { product } = data;
  useDocumentTitle(product ? (i18n.locale === "en" ? product.titleEn : product.title) : undefined);
  if (!product) return <NotFoundState home="/" />;
  return <ProductView product={product} onMoreReviews={(after) => void loadMore(after)} />;
}

type ProductViewProps = { product: Product; onMoreReviews: (after: string | null) => void };

function ProductView({ product, onMoreReviews }: ProductViewProps) {
  const { i18n } = useI18n();
  const configurator = useConfigurator(product);
  const [strict, setStrict] = useState(false);
  const { configuration, quote, comparing } = configurator;
  const shown = useEstimate(product, configuration, quote);
  const obstacle = obstacleOf(i18n, product, configuration, quote);
  const compared = configuration.parts.find(({ component }) => component.item.code === comparing);
  // What has no price of its own is asked for.
  const asked = !hasPrice(product);
  const button = (
    <OrderButton
      product={product}
      slug={product.slug}
      configurator={configurator}
      obstacle={obstacle}
      onObstacle={() => {
        setStrict(true);
        focusQuestion(obstacle?.code);
      }}
    />
  );

  return (
    <>
      <Columns
        side={
          asked ? (
            <AskedSide mode={product.saleMode} action={button} />
          ) : (
            <PriceSide product={product} quote={shown} reason={obstacle?.words} action={button} />
          )
        }
        after={
          <>
            {product.saleMode !== "BIDDING" && <InquireLink slug={product.slug} search={configurator.checkoutSearch} />}
            {quote.price && <PlanCard price={quote.price} contract={product.contractRequired} />}
            {product.description && <Description text={product.description} />}
            <ProductReviews product={product} onMore={onMoreReviews} />
          </>
        }
      >
        <ProductHead product={product} region={configuration.regionCode} />
        <Questions product={product} configurator={configurator} strict={strict} />
        <Included product={product} configurator={configurator} />
      </Columns>
      <ActionBar>
        <div className={css.barPrice}>
          {asked ? <AskedWords mode={product.saleMode} /> : <PriceNow quote={shown} />}
          {obstacle && <Reason words={obstacle.words} quote={quote} />}
        </div>
        {button}
      </ActionBar>
      {compared && configuration.regionCode && (
        <Suspense>
          <SupplierSheet
            slug={product.slug}
            regionCode={configuration.regionCode}
            part={compared}
            quote={quote}
            onChoose={(supplierId) => configurator.chooseSupplier(compared.component.item.code, supplierId)}
            onClose={configurator.stopComparing}
          />
        </Suspense>
      )}
    </>
  );
}

function Description({ text }: { text: string }) {
  return (
    <section className="card" aria-labelledby="description">
      <h2 id="description">
        <Trans>服务说明</Trans>
      </h2>
      <p className={css.description}>{text}</p>
    </section>
  );
}

function focusQuestion(code: string | undefined): void {
  const field = document.querySelector<HTMLElement>(code ? `[name="${CSS.escape(code)}"]` : "#questions");
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
