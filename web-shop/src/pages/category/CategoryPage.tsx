import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Shelf } from "../../features/shelf/Shelf";
import css from "./CategoryPage.module.css";

const route = getRouteApi("/shop/c/$slug");

/** One shelf of the shop. */
export function CategoryPage() {
  const { t, i18n } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { slug } = route.useParams();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const category = data.categories.find((candidate) => candidate.slug === slug);
  const name = category && (i18n.locale === "en" ? category.nameEn : category.name);
  useDocumentTitle(name);
  if (!category) return <NotFoundState home="/" />;

  const { edges, pageInfo } = data.products;
  const { productCount } = category;
  return (
    <>
      <header className={css.head}>
        <CategoryArt name={category.icon} size={64} />
        <div>
          <h1>{name}</h1>
          <p className="muted">
            <Trans>{productCount} 项服务</Trans>
          </p>
        </div>
      </header>
      <Shelf
        regions={data.setting.regions}
        view={view}
        onView={(next) => void navigate({ search: next, replace: true })}
        facets={data.productFacets}
        products={edges.map(({ node }) => node)}
        hasMore={pageInfo.hasNextPage}
        onMore={() => void loadMore(pageInfo.endCursor)}
        empty={<EmptyState title={t`这个分类还没有上架的服务。`} picture="repair" />}
      />
    </>
  );
}
