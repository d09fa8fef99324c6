import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type TimelineKind, timelineWords } from "../vocabulary/timeline-words";
import { DateText } from "./DateText";
import { Money } from "./Money";
import css from "./OrderTimeline.module.css";
import { type Photo, PhotoGrid } from "./PhotoGrid";

export type TimelineRow = {
  readonly seq: number;
  readonly at: string;
  readonly kind: TimelineKind;
  /** Whether this is an event of the money flow. */
  readonly money: boolean;
  readonly amount?: string | null;
  readonly subject?: string | null;
  readonly detail?: string | null;
  readonly photos: readonly Photo[];
};

type Flow = "all" | "info" | "money";
type OrderTimelineProps = {
  entries: readonly TimelineRow[];
  audience?: "customer" | "staff";
  /** How many of the newest stand there until somebody asks for all of them; without it, all. */
  first?: number;
};

/**
 * What happened to an order, newest first: the flow of information (green) and of money (orange) in one line,
 * to be looked at apart by the chips. Staff see absolute times.
 */
export function OrderTimeline({ entries, audience = "customer", first }: OrderTimelineProps) {
  const [flow, setFlow] = useState<Flow>("all");
  const [whole, setWhole] = useState(first === undefined);
  const shown = entries.filter((entry) => flow === "all" || entry.money === (flow === "money"));
  shown.sort((a, b) => b.seq - a.seq);
  const count = shown.length;
  return (
    <div>
      <FlowChips flow={flow} onChange={setFlow} />
      {shown.length === 0 ? (
        <p className="muted">
          <Trans>还没有这类记录。</Trans>
        </p>
      ) : (
        <ol className={css.timeline}>
          {(whole ? shown : shown.slice(0, first)).map((entry) => (
            <TimelineItem key={entry.seq} entry={entry} audience={audience} />
          ))}
        </ol>
      )}
      {!whole && first !== undefined && shown.length > first && (
        <button type="button" className={css.whole} onClick={() => setWhole(true)}>
          <Trans>显示全部 {count} 条记录</Trans>
        </button>
      )}
    </div>
  );
}

function FlowChips({ flow, onChange }: { flow: Flow; onChange: (flow: Flow) => void }) {
  const { t } = useLingui();
  const words: Record<Flow, string> = { all: t`全部`, info: t`进度`, money: t`资金` };
  return (
    <fieldset className={css.chips}>
      <legend className="visually-hidden">
        <Trans>筛选记录</Trans>
      </legend>
      {(["all", "info", "money"] as const).map((each) => (
        <button key={each} type="button" aria-pressed={flow === each} onClick={() => onChange(each)}>
          {words[each]}
        </button>
      ))}
    </fieldset>
  );
}

function TimelineItem({ entry, audience }: { entry: TimelineRow; audience: "customer" | "staff" }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const words = i18n._(timelineWords[entry.kind]);
  return (
    <li className={css.item} data-flow={entry.money ? "money" : "info"}>
      <div className={css.head}>
        <span className={css.words}>{words}</span>
        {entry.amount && <Money fen={entry.amount} look="price" />}
      </div>
      <div className={css.facts}>
        <DateText at={entry.at} as={audience === "staff" ? "absolute" : "short"} />
        {entry.subject && <span>{entry.subject}</span>}
      </div>
      {entry.detail && <p className={css.detail}>{entry.detail}</p>}
      {entry.photos.length > 0 && <PhotoGrid photos={entry.photos} label={t`${words}的照片`} />}
    </li>
  );
}
