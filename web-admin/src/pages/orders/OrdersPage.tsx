import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { stateWord } from "@kaidan/web-kit/vocabulary/state-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { StaffOrdersDocument } from "../../gql/graphql";
import css from "../Lists.module.css";
import { orderViews } from "./order-views";
import { useOrderColumns } from "./useOrderColumns";

const route = getRouteApi("/signedIn/orders");

/** All orders, newest first, narrowed by state and by number, customer or phone. */
export function OrdersPage() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { state, q } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(StaffOrdersDocument, { state: state ?? null, search: q ?? null });
  const columns = useOrderColumns();
  const views = orderViews.map((value) => ({ value, label: i18n._(stateWord("OrderState", value).word) }));
  return (
    <>
      <PageHeader title={t`订单`} />
      <div className={css.filters}>
        <FilterTabs
          label={t`订单状态`}
          value={state ?? "ALL"}
          options={[{ value: "ALL", label: t`全部` }, ...views]}
          onChange={(next) =>
            void navigate({ search: (old) => ({ ...old, state: next === "ALL" ? undefined : next }), replace: true })
          }
        />
        <SearchBox
          label={t`搜索订单`}
          placeholder={t`单号、客户或手机号`}
          value={q ?? ""}
          onSearch={(next) => void navigate({ search: (old) => ({ ...old, q: next || undefined }), replace: true })}
        />
      </div>
      <ListTable
        list={list}
        of={({ staffOrders }) => staffOrders}
        label={t`订单`}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/orders/${id}`}
        empty={<NoOrders filtered={Boolean(state ?? q)} onClear={() => void navigate({ search: {}, replace: true })} />}
      />
    </>
  );
}

function NoOrders({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useLingui();
  if (!filtered) return <EmptyState title={t`还没有订单。客户下单后会出现在这里。`} picture="renovation" />;
  return (
    <EmptyState
      title={t`没有符合条件的订单。`}
      action={
        <Button variant="default" onClick={onClear}>
          <Trans>清除筛选</Trans>
        </Button>
      }
    />
  );
}
