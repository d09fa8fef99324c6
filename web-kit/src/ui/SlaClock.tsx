import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Timer } from "lucide-react";
import { formatDuration } from "../format/dates";
import { ToneTag } from "./StatusTag";
import { useNow } from "./useNow";

type SlaClockProps = {
  /** The instant something is due. */
  until: string;
  /** When the clock started; with it the last quarter turns amber. */
  since?: string;
  /** What is counted, e.g. "接单剩余". */
  label?: string;
};

/** The time left in words; amber in the last quarter, red when overdue. */
export function SlaClock({ until, since, label }: SlaClockProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const now = useNow(1_000);
  const left = Date.parse(until) - now;
  const span = since ? Date.parse(until) - Date.parse(since) : undefined;
  const time = formatDuration(left, i18n.locale);
  const tone = left < 0 ? "danger" : span !== undefined && left < span / 4 ? "warn" : "info";
  return (
    <ToneTag tone={tone} icon={Timer}>
      {/* The seconds are for the eye; a screen reader would be told every one of them. */}
      <span aria-hidden>
        {label} {left < 0 ? t`已超时 ${time}` : t`还剩 ${time}`}
      </span>
      <time className="visually-hidden" dateTime={until}>
        {label} {until}
      </time>
    </ToneTag>
  );
}
