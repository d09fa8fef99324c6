import { MINUTE } from "../kernel/clock.js";
import type { Errands } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { tidySearch } from "./tidy-search.flow.js";

/** Looks after the search index about once a minute in every process. */
export function catalogueErrands(platform: () => Platform): Errands[] {
  let last = Number.NEGATIVE_INFINITY;
  return [
    {
      width: 1,
      async claim() {
        const now = platform().clock.now();
        if (now - last < MINUTE) return [];
        last = now;
        return [() => tidySearch(platform())];
      },
    },
  ];
}
