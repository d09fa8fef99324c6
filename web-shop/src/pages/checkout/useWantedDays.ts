import { skipToken, useQuery } from "@apollo/client/react";
import { addDays, weekdayOf } from "@kaidan/web-kit/format/days";
import { useState } from "react";
import type { Wishes } from "../../features/configure/configuration";
import { WantedDaysDocument, type WantedDaysQuery } from "../../gql/graphql";

export type WantedDay = NonNullable<WantedDaysQuery["wantedDays"]["wanted"]>["days"][number];

/** Four whole weeks fit a phone's screen, and two pages of them most plans. */
const SHOWN = 28;
/** The server takes a day at most a year ahead. */
const LAST_PAGE = 12;

/** The days on which this order could begin, four weeks at a time from Monday of the present one. */
export function useWantedDays(wishes: Wishes | undefined, today: string) {
  const [page, setPage] = useState(0);
  const monday = addDays(today, 1 - weekdayOf(today));
  const from = addDays(monday, page * SHOWN);
  const query = useQuery(
    WantedDaysDocument,
    wishes ? { variables: { ...wishes, from, days: SHOWN }, fetchPolicy: "cache-and-network" } : skipToken,
  );
  const newest = query.data ?? query.previousData;
  const wanted = newest?.wantedDays.wanted ?? undefined;
  return {
    /** Somebody who begins keeps a calendar: a day can be chosen. */
    dated: wanted?.dated ?? false,
    nextFreeOn: wanted?.nextFreeOn ?? undefined,
    /** The four weeks; while others are read, undefined. */
    days: query.data?.wantedDays.wanted?.days,
    failed: query.error !== undefined && !query.loading,
    page,
    turn: (pages: number) => setPage((now) => Math.min(Math.max(now + pages, 0), LAST_PAGE)),
    mayTurn: (pages: number) => page + pages >= 0 && page + pages <= LAST_PAGE,
    show: (day: string) => setPage(pageOf(day, monday)),
    retry: () => void query.refetch(),
  };
}

function pageOf(day: string, monday: string): number {
  const ahead = (Date.parse(day) - Date.parse(monday)) / 86_400_000;
  return Math.min(Math.max(Math.floor(ahead / SHOWN), 0), LAST_PAGE);
}
