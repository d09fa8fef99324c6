import { lastDayBefore } from "@kaidan/web-kit/format/days";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui } from "@lingui/react/macro";
import type { ServiceSheetFragment } from "../../gql/graphql";

/** Limits, regions, brands and the last day of one revision; what it does not say is left out. */
export function OtherTerms({ service }: { service: ServiceSheetFragment }) {
  const { t } = useLingui();
  const { minCharge, concurrent, leadHours, noticeHours, regions, brands, effectiveTo } = service;
  const items = [
    { label: t`最低收费`, value: minCharge && <Money fen={minCharge} /> },
    { label: t`同时在手`, value: concurrent === null ? null : t`${concurrent} 单` },
    { label: t`备工时间`, value: leadHours === null ? null : t`${leadHours} 小时` },
    { label: t`提前预约`, value: noticeHours === null ? null : t`${noticeHours} 小时` },
    { label: t`服务区域`, value: regions?.map(({ name }) => name).join("、") },
    { label: t`品牌`, value: brands.join("、") },
    { label: t`有效至`, value: effectiveTo && <DateText at={lastDayBefore(effectiveTo)} as="day" /> },
  ];
  return items.some(({ value }) => value) ? <Facts items={items} /> : null;
}
