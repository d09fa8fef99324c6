import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { ProductCardFragment, ShelfFacetsFragment } from "../../gql/graphql";
import { CitySelect } from "./CitySelect";
import { Facets } from "./Facets";
import { keptCity } from "./kept-city";
import { ProductGrid } from "./ProductCard";
import css from "./Shelf.module.css";
import { SortSelect } from "./SortSelect";
import { choicesOf, type ShelfView } from "./shelf-search";

type ShelfProps = {
  regions: readonly { readonly code: string; readonly name: string }[];
  view: ShelfView;
  onView: (view: ShelfView) => void;
  facets: ShelfFacetsFragment;
  /** Offers categories to narrow by. */
  withCategories?: boolean;
  products: readonly ProductCardFragment[];
  hasMore: boolean;
  onMore: () => void;
  /** Shown when nothing is found in any city. */
  empty: ReactNode;
};

/** A shelf of products with its filters, in the order the visitor wants, growing as one reads. */
export function Shelf(props: ShelfProps) {
  const { regions, view, onView, facets, withCategories, products, hasMore, onMore, empty } = props;
  return (
    <div className={css.split}>
      <Facets facets={facets} view={view} onView={onView} withCategories={withCategories ?? false} />
      <div className={css.shelf}>
        <h2 className="visually-hidden">
          <Trans>服务列表</Trans>
        </h2>
        <div className={css.filters}>
          <CitySelect
            regions={regions}
            value={view.region}
            everywhere
            counts={new Map(facets.regions.map(({ region, count }) => [region.code, count]))}
            onChange={(region) => {
              keptCity.keep(region);
              onView({ ...view, region });
            }}
          />
          <SortSelect value={view.sort ?? "RECOMMENDED"} onChange={(sort) => onView({ ...view, sort })} />
        </div>
        {products.length > 0 && <ProductGrid products={products} region={view.region} eager={4} />}
        {products.length === 0 && <Nothing view={view} onView={onView} empty={empty} />}
        <LoadMore hasMore={hasMore} onMore={onMore} />
      </div>
    </div>
  );
}

/** Says what stands in the way: the choices, the city, or that there is nothing at all. */
function Nothing({ view, onView, empty }: Pick<ShelfProps, "view" | "onView" | "empty">) {
  const { t } = useLingui();
  if (choicesOf(view) > 0) {
    return (
      <EmptyState
        title={t`没有符合所选条件的服务。`}
        picture="repair"
        action={
          <Button variant="default" onClick={() => onView({ region: view.region, sort: view.sort })}>
            <Trans>清除筛选</Trans>
          </Button>
        }
      />
    );
  }
  if (view.region === undefined) return empty;
  return (
    <EmptyState
      title={t`所选城市还没有这类服务。`}
      picture="repair"
      action={
        <Button variant="default" onClick={() => onView({ ...view, region: undefined })}>
          <Trans>查看全部城市</Trans>
        </Button>
      }
    />
  );
}
