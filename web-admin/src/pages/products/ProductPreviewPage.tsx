import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { PreviewVersionFragment } from "../../gql/graphql";
import { Preview } from "./Preview";

const route = getRouteApi("/signedIn/products/$id/preview");

/** The product as customers will see it, with real prices, before anybody can buy it. */
export function ProductPreviewPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const { data } = usePageQuery(route.useLoaderData());
  const product = data.staffProduct;
  const [chosen, setChosen] = useState<string>();
  if (!product) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const title = product.title;
  const versions = [product.draft, product.published].filter((each): each is PreviewVersionFragment => each !== null);
  const version = versions.find((each) => each.id === chosen) ?? versions[0];
  return (
    <>
      <PageHeader
        title={t`预览 ${title}`}
        back={`/products/${id}`}
        actions={
          version &&
          versions.length > 1 && (
            <FilterTabs
              label={t`版本`}
              value={version.id}
              options={versions.map(({ id: value, number }) => ({
                value,
                label: value === product.draft?.id ? t`草稿 v${number}` : t`在售 v${number}`,
              }))}
              onChange={setChosen}
            />
          )
        }
      >
        <Trans>预览客户看到的内容与价格；价格由计价规则实时算出，不产生订单。</Trans>
      </PageHeader>
      {version ? <Preview key={version.id} version={version} /> : <EmptyState title={t`还没有可以预览的版本`} />}
    </>
  );
}
