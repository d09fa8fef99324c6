import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { ProductComposer } from "./ProductComposer";

const route = getRouteApi("/signedIn/products/$id");

/** The composer of one product. */
export function ProductPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const product = data.staffProduct;
  if (!product) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <ProductComposer
      key={product.id}
      product={product}
      categories={data.categories}
      items={data.serviceItems}
      onSaved={() => toast.ok(t`草稿已保存`)}
      reload={async () => (await refresh())?.staffProduct}
    />
  );
}
