import { useLingui } from "@lingui/react";
import { formatAbsolute, formatDateTime, formatRelative } from "../format/dates";
import { useNow } from "../ui/useNow";

/** When a notice came, below the heading of its day: "3 分钟前" under an hour, else "10:15". The full instant is in the title. */
export function NoticeTime({ at }: { at: string }) {
  const { i18n } = useLingui();
  const now = useNow(30_000);
  return (
    <time dateTime={at} title={formatAbsolute(at)}>
      {formatRelative(at, now, i18n.locale) ?? formatDateTime(at, Date.parse(at), i18n.locale)}
    </time>
  );
}
