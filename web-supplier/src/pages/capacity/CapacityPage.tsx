import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { mayManage, mayVisit } from "../../features/rights";
import { ServiceTabs } from "../../features/service/ServiceTabs";
import { CalendarForm } from "./CalendarForm";
import { CapacityGrid } from "./CapacityGrid";
import css from "./CapacityPage.module.css";
import { PauseCard } from "./PauseCard";

const route = getRouteApi("/signedIn/capacity");

/** When this supplier works, how full the coming weeks are, and when it rests. */
export function CapacityPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const role = data.me?.role;
  const supplier = data.me?.supplier;
  if (!mayVisit("services", role) || !supplier) return <NotYourDesk title={t`日历与产能`} />;
  const plans = role === "OWNER" || role === "DISPATCHER";
  return (
    <>
      <PageHeader title={t`日历与产能`}>
        <Trans>客户只能预约还有空位的日期；已经预约的日期不受修改影响。</Trans>
      </PageHeader>
      <ServiceTabs />
      <div className={css.columns}>
        <CapacityGrid days={supplier.capacityDays} />
        <div className="stack">
          {plans && <CalendarForm key={supplier.calendar.version} calendar={supplier.calendar} onSaved={refresh} />}
          {mayManage(role) && <PauseCard supplier={supplier} onChanged={refresh} />}
        </div>
      </div>
    </>
  );
}
