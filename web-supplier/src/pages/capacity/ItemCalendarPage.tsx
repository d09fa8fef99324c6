import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { mayVisit } from "../../features/rights";
import { CapacityGrid } from "./CapacityGrid";
import css from "./CapacityPage.module.css";
import { ItemCalendar } from "./ItemCalendar";

const route = getRouteApi("/signedIn/capacity/$itemId");

/** One item's own days: on which it is done and how much of it, where it differs from the company's calendar. */
export function ItemCalendarPage() {
  const { t, i18n } = useLingui();
  const { itemId } = route.useParams();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const role = data.me?.role;
  const supplier = data.me?.supplier;
  if (!mayVisit("services", role) || !supplier) return <NotYourDesk title={t`日历与产能`} />;
  const days = supplier.capacityDays.filter(({ item }) => item.id === itemId);
  const own = supplier.itemCalendars.find(({ item }) => item?.id === itemId);
  const item = days[0]?.item ?? own?.item;
  if (!item) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const name = i18n.locale === "en" ? item.nameEn : item.name;
  return (
    <>
      <PageHeader title={t`${name} · 日历`} back="/capacity">
        <Trans>公司整天休息时，这项服务也休息；已经预约的日期不受修改影响。</Trans>
      </PageHeader>
      <div className={css.columns}>
        <CapacityGrid days={days} only={itemId} />
        <ItemCalendar
          key={own?.version ?? 0}
          itemId={itemId}
          own={own}
          company={supplier.calendar}
          plans={role === "OWNER" || role === "DISPATCHER"}
          onChanged={refresh}
        />
      </div>
    </>
  );
}
