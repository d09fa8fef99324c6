import { useMe } from "@kaidan/web-kit/session/useMe";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ChevronRight, FileClock } from "lucide-react";
import css from "./DraftNotice.module.css";
import { useDrafts } from "./draft-store";

/** Reports on this phone that have not reached the platform; each leads back to its form. Nothing when there are none. */
export function DraftNotice() {
  const { me } = useMe();
  const drafts = useDrafts(me?.id);
  if (!drafts || drafts.length === 0) return null;
  return (
    <ul role="list" className={css.drafts}>
      {drafts.map(({ ticketId, itemName, savedAt }) => (
        <li key={ticketId}>
          <Link to="/t/$ticketId/report" params={{ ticketId }} className={css.draft}>
            <FileClock size={20} strokeWidth={1.5} aria-hidden />
            <span>
              <strong>
                <Trans>{itemName}：有一条进度还没提交</Trans>
              </strong>
              <span className="small">
                <Trans>
                  草稿保存在本机 · <DateText at={new Date(savedAt).toISOString()} as="relative" />
                </Trans>
              </span>
            </span>
            <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
