import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CategoryTiles } from "../../features/shelf/CategoryTiles";
import { Shelf } from "../../features/shelf/Shelf";
import type { SearchPageQuery } from "../../gql/graphql";
import css from "./SearchPage.module.css";

const route = getRouteApi("/shop/search");

/** What the shop has for some words. Without words: everything there is. */
export function SearchPage() {
  const { t } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { q, literal, ...view } = route.useSearch();
  const navigate = route.useNavigate();
  const { edges, pageInfo } = data.products;
  const { corrected } = data.productFacets;
  return (
    <>
      <PageHeader title={q ? t`“${q}”的搜索结果` : t`全部服务`} />
      {q && corrected && (
        <p className={css.corrected} role="status">
          <Trans>
            已为您显示“<strong>{corrected}</strong>”的结果。
          </Trans>{" "}
          <Link to="/search" search={{ q, literal: "1", ...view }}>
            <Trans>仍然搜索“{q}”</Trans>
          </Link>
        </p>
      )}
      <Shelf
        regions={data.setting.regions}
        view={view}
        onView={(next) => void navigate({ search: { q, literal, ...next }, replace: true })}
        facets={data.productFacets}
        withCategories
        products={edges.map(({ node }) => node)}
        hasMore={pageInfo.hasNextPage}
        onMore={() => void loadMore(pageInfo.endCursor)}
        empty={<NothingFound words={q ?? ""} categories={data.categories} region={view.region} />}
      />
    </>
  );
}

type NothingFoundProps = { words: string; categories: SearchPageQuery["categories"]; region: string | undefined };

function NothingFound({ words, categories, region }: NothingFoundProps) {
  const { t } = useLingui();
  return (
    <div className={css.nothing}>
      <EmptyState title={words ? t`没有找到“${words}”` : t`还没有上架的服务。`} picture="repair">
        <Trans>换个更短的词试试，或从分类里找。</Trans>
      </EmptyState>
      <CategoryTiles categories={categories} region={region} />
    </div>
  );
}
