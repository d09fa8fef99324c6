import { endOfDay, lastDayBefore, startOfDay } from "@kaidan/web-kit/format/days";
import type { MoreTerms } from "../../features/service/terms";
import type { ServiceSheetFragment } from "../../gql/graphql";

/** What stands now, to begin a change with; a change begins on a day of its own. */
export function moreOf(service: ServiceSheetFragment): MoreTerms {
  return {
    minCharge: service.minCharge ?? "",
    concurrent: service.concurrent,
    leadHours: service.leadHours,
    noticeHours: service.noticeHours,
    regions: service.regions?.map(({ code }) => code) ?? [],
    brands: [...service.brands],
    from: "",
    to: service.effectiveTo ? lastDayBefore(service.effectiveTo) : "",
  };
}

/** The same as the API takes it. */
export function moreInput({ minCharge, from, to, regions, ...more }: MoreTerms) {
  return {
    ...more,
    minCharge: minCharge || null,
    regions: regions.length > 0 ? regions : null,
    effectiveFrom: from ? startOfDay(from) : null,
    effectiveTo: to ? endOfDay(to) : null,
  };
}
