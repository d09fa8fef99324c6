import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { ItemForm } from "./ItemForm";

const route = getRouteApi("/signedIn/items/new");

/** A new item begins as a draft; suppliers can offer it once it is activated. */
export function NewItemPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t`新建服务项目`} back="/items" />
      <ItemForm
        categories={data.categories}
        onSaved={({ item }) => {
          toast.ok(t`已保存为草稿，启用后服务商可以报价`);
          void navigate({ to: "/items/$id", params: { id: item.id }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
