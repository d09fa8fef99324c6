import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { ChevronDown, ChevronUp } from "lucide-react";
import css from "./Progress.module.css";

type QueueCounterProps = {
  waiting: readonly string[];
  current: string;
  /** More wait than are listed. */
  hasMore: boolean;
  onGo: (id: string) => void;
};

/** Where one is in the queue, and the way to its neighbours. */
export function QueueCounter({ waiting, current, hasMore, onGo }: QueueCounterProps) {
  const { t } = useLingui();
  const at = waiting.indexOf(current);
  const number = at + 1;
  const [previous, next] = [waiting[at - 1], at < 0 ? waiting[0] : waiting[at + 1]];
  const total = hasMore ? `${waiting.length}+` : `${waiting.length}`;
  return (
    <div className={css.counter}>
      <output>
        {at >= 0 ? (
          <Trans>
            第 {number} 条，共 {total} 条待审
          </Trans>
        ) : (
          <Trans>还剩 {total} 条待审</Trans>
        )}
      </output>
      <span className={css.steps}>
        <ActionIcon
          variant="default"
          aria-label={t`上一条`}
          disabled={!previous}
          onClick={() => previous && onGo(previous)}
        >
          <ChevronUp size={16} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t`下一条`} disabled={!next} onClick={() => next && onGo(next)}>
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}
