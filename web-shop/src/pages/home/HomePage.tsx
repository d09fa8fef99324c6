import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { CategoryTiles } from "../../features/shelf/CategoryTiles";
import { keptCity, useKeptCity } from "../../features/shelf/kept-city";
import { ProductGrid } from "../../features/shelf/ProductCard";
import { HomeHero } from "./HomeHero";
import css from "./HomePage.module.css";
import { TrustStrip } from "./TrustStrip";

const route = getRouteApi("/shop/");
const ContinueCard = lazy(async () => ({ default: (await import("./ContinueCard")).ContinueCard }));

/** The first page anybody sees: where, what for, what waits for you, and what others buy. */
export function HomePage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const router = useRouter();
  const { me } = useMe();
  const city = useKeptCity();
  useDocumentTitle(undefined);

  function choose(regionCode: string | undefined): void {
    keptCity.keep(regionCode);
    void router.invalidate();
  }

  return (
    <div className={css.page}>
      <HomeHero regions={data.setting.regions} city={city} onCity={choose} />
      {me && (
        <Suspense>
          <ContinueCard />
        </Suspense>
      )}
      <section aria-labelledby="categories">
        <h2 id="categories" className="visually-hidden">
          <Trans>服务分类</Trans>
        </h2>
        <CategoryTiles categories={data.categories} region={city} />
      </section>
      <section aria-labelledby="popular" className={css.section}>
        <h2 id="popular" className={css.heading}>
          <Trans>大家都在用</Trans>
        </h2>
        {data.products.edges.length > 0 ? (
          <ProductGrid products={data.products.edges.map(({ node }) => node)} region={city} eager={4} />
        ) : (
          <EmptyState title={t`这座城市还没有上架的服务。`} picture="repair">
            <Trans>换一座城市看看，或稍后再来。</Trans>
          </EmptyState>
        )}
      </section>
      <TrustStrip />
    </div>
  );
}
