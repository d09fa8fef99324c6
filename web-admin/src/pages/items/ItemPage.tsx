import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { ItemForm } from "./ItemForm";
import { ItemOffers } from "./ItemOffers";
import { ItemStateActions } from "./ItemStateActions";

const route = getRouteApi("/signedIn/items/$id");

/** One item: what it is, its milestones, and who offers it at which price. */
export function ItemPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const staffItem = data.staffServiceItem;
  if (!staffItem) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { item, usedInProducts, offers } = staffItem;
  return (
    <>
      <PageHeader
        title={item.name}
        back="/items"
        aside={<StatusTag of="ItemState" state={item.state} />}
        actions={<ItemStateActions staffItem={staffItem} onStale={() => void refresh()} />}
      >
        <span className="mono">{item.code}</span> · <Trans>用于 {usedInProducts} 个在售商品</Trans>
      </PageHeader>
      <div className="stack">
        <ItemForm
          key={item.id}
          staffItem={staffItem}
          categories={data.categories}
          onSaved={() => toast.ok(t`已保存`)}
          reload={async () => (await refresh())?.staffServiceItem}
        />
        {can("suppliers.read") && <ItemOffers offers={offers} />}
      </div>
    </>
  );
}
