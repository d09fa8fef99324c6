import { formatPercent } from "@kaidan/web-kit/format/numbers";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import type { ReviewTicketFragment } from "../../gql/graphql";
import css from "./Review.module.css";

type MilestonesProps = {
  milestones: ReviewTicketFragment["milestones"];
  /** The one under review. */
  current?: string | null;
};

/** The checkpoints of a ticket with their weights, and which are approved. */
export function Milestones({ milestones, current }: MilestonesProps) {
  const { t } = useLingui();
  return (
    <ol className={`list ${css.milestones}`}>
      {milestones.map(({ code, name, weight, minPhotos, done }) => (
        <li key={code} data-done={done || undefined} aria-current={code === current ? "step" : undefined}>
          <span className={css.tick} aria-hidden>
            {done && <Check size={11} strokeWidth={3} />}
          </span>
          <span>
            {name}
            <span className="visually-hidden">{done ? t`已通过` : t`未完成`}</span>
          </span>
          <span className="muted small">
            {formatPercent(weight)}
            {minPhotos > 0 && (
              <>
                {" · "}
                <Trans>至少 {minPhotos} 张照片</Trans>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
