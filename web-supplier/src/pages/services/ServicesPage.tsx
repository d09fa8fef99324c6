import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { LinkButton } from "../../features/frame/LinkButton";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { mayManage, mayVisit } from "../../features/rights";
import { groupServices } from "../../features/service/group";
import { ServiceTabs } from "../../features/service/ServiceTabs";
import type { ServiceSheetFragment } from "../../gql/graphql";
import { ProposeDialog } from "./ProposeDialog";
import { ServiceCard } from "./ServiceCard";
import css from "./ServicesPage.module.css";
import { TableDeeds } from "./TableDeeds";

const route = getRouteApi("/signedIn/services");

/** What this supplier offers, for how much, and what the platform says to new terms. */
export function ServicesPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const role = data.me?.role;
  if (!mayVisit("services", role)) return <NotYourDesk title={t`服务`} />;
  const { services = [], regions = [] } = data.me?.supplier ?? {};
  return <Services services={services} regions={regions} manages={mayManage(role)} refresh={refresh} />;
}

type ServicesProps = {
  services: readonly ServiceSheetFragment[];
  regions: readonly { code: string; name: string }[];
  manages: boolean;
  refresh: () => void;
};

function Services({ services, regions, manages, refresh }: ServicesProps) {
  const { t } = useLingui();
  const { propose } = route.useSearch();
  const navigate = route.useNavigate();
  const groups = groupServices(services);
  const add = manages && (
    <LinkButton
      to="/services"
      search={{ propose: "new" }}
      leftSection={<Plus size={18} strokeWidth={1.75} aria-hidden />}
    >
      <Trans>新增服务</Trans>
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t`服务与价格`} actions={groups.length > 0 && add}>
        <Trans>新增和改价由平台审核后生效；已有订单按下单时的价格结算。</Trans>
      </PageHeader>
      <ServiceTabs />
      {manages && <TableDeeds />}
      {groups.length === 0 ? (
        <EmptyState picture="repair" title={t`还没有服务。`} action={add}>
          <Trans>写下能做什么、成本价和销售价，审核通过后平台就会派单。</Trans>
        </EmptyState>
      ) : (
        <ul role="list" className={css.services}>
          {groups.map((group) => (
            <li key={group.item.id}>
              <ServiceCard group={group} manages={manages} onRefused={refresh} />
            </li>
          ))}
        </ul>
      )}
      {manages && (
        <ProposeDialog
          propose={propose}
          groups={groups}
          regions={regions}
          onClose={() => void navigate({ search: {}, replace: true })}
          onDone={refresh}
        />
      )}
    </>
  );
}
