import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { ProductComposer } from "./ProductComposer";

const route = getRouteApi("/signedIn/products/new");

/** A new product; the first saving makes its draft. */
export function NewProductPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const navigate = route.useNavigate();
  return (
    <ProductComposer
      categories={data.categories}
      items={data.serviceItems}
      onSaved={({ id }) => {
        toast.ok(t`草稿已保存`);
        void navigate({ to: "/products/$id", params: { id }, ignoreBlocker: true });
      }}
    />
  );
}
