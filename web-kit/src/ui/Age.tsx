import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { formatAbsolute, formatDuration, formatRelative } from "../format/dates";
import { useNow } from "./useNow";

/** How long something has been waiting: "3 分钟前", "2 小时 5 分前"; the instant is in the title. */
export function Age({ since }: { since: string }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const now = useNow(30_000);
  const long = formatDuration(now - Date.parse(since), i18n.locale);
  return (
    <time dateTime={since} title={formatAbsolute(since)}>
      {formatRelative(since, now, i18n.locale) ?? t`${long}前`}
    </time>
  );
}
