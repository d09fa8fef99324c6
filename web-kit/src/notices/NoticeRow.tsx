import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import type { MouseEvent } from "react";
import type { NoticeFactsFragment } from "../gql/graphql";
import type { NoticeWord } from "../vocabulary/notice-words";
import { topicWords } from "../vocabulary/notice-words";
import { NoticeFacts } from "./NoticeFacts";
import css from "./Notices.module.css";
import { NoticeTime } from "./NoticeTime";
import { useMarkRead } from "./useMarkRead";

type NoticeRowProps = {
  notice: NoticeFactsFragment;
  /** Undefined for a kind this app has no words for yet: then its topic speaks. */
  word: NoticeWord | undefined;
};

/** One notice: what happened, to what, when; a press opens exactly that and marks it read. */
export function NoticeRow({ notice, word }: NoticeRowProps) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const router = useRouter();
  const { one } = useMarkRead();
  const href = `${import.meta.env.BASE_URL.replace(/\/$/, "")}${notice.path}`;
  const Icon = word?.icon ?? Bell;
  const unread = !notice.readAt;

  function open(event: MouseEvent): void {
    void one(notice);
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate({ href });
  }
  return (
    <a href={href} className={css.row} data-unread={unread || undefined} onClick={open}>
      <span className={css.icon} data-topic={notice.topic} aria-hidden>
        <Icon size={18} strokeWidth={1.5} />
      </span>
      <span className={css.text}>
        <span className={css.words}>
          {i18n._(word?.words ?? topicWords[notice.topic])}
          {unread && (
            <span className={css.unread} title={t`未读`}>
              <Trans>未读</Trans>
            </span>
          )}
        </span>
        <NoticeFacts notice={notice} />
      </span>
      <span className={css.at}>
        <NoticeTime at={notice.at} />
      </span>
    </a>
  );
}
