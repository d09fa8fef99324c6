import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CheckCheck, SlidersHorizontal } from "lucide-react";
import type { NoticeFactsFragment } from "../gql/graphql";
import { EmptyState } from "../ui/EmptyState";
import { FilterTabs } from "../ui/FilterTabs";
import { ListBody } from "../ui/ListBody";
import { LoadMore } from "../ui/LoadMore";
import { PageHeader } from "../ui/PageHeader";
import { useNow } from "../ui/useNow";
import type { NoticeWords } from "../vocabulary/notice-words";
import { type Day, groupByDay } from "./group-by-day";
import { NoticeRow } from "./NoticeRow";
import css from "./Notices.module.css";
import { useInbox } from "./useInbox";
import { useMarkRead } from "./useMarkRead";
import { useNotices } from "./useNotices";

const minuteMs = 60_000;

type NoticesProps = {
  words: NoticeWords;
  /** Only what is unread; the app keeps it in the page's address. */
  unreadOnly: boolean;
  onUnreadOnly: (unreadOnly: boolean) => void;
};

/** Everything the signed-in person was told, newest first, by day; each opens the page it is about. */
export function Notices({ words, unreadOnly, onUnreadOnly }: NoticesProps) {
  const { t } = useLingui();
  const list = useNotices(unreadOnly);
  const unread = useInbox()?.unread ?? 0;
  return (
    <div className={css.page}>
      <PageHeader title={t`通知`} actions={<SettingsLink />} />
      <div className={css.filter}>
        <FilterTabs
          label={t`显示哪些通知`}
          value={unreadOnly ? "UNREAD" : "ALL"}
          options={[
            { value: "ALL", label: t`全部` },
            { value: "UNREAD", label: t`未读`, count: unread },
          ]}
          onChange={(next) => onUnreadOnly(next === "UNREAD")}
        />
        {unread > 0 && <ReadAll />}
      </div>
      <ListBody list={list}>
        {({ notices: { edges, pageInfo } }) => (
          <>
            <Days notices={edges.map(({ node }) => node)} words={words} busy={list.stale} />
            {edges.length === 0 && <NoNotices filtered={unreadOnly} />}
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </div>
  );
}

function ReadAll() {
  const { all, busy } = useMarkRead();
  return (
    <Button
      variant="subtle"
      loading={busy}
      leftSection={<CheckCheck size={18} strokeWidth={1.5} aria-hidden />}
      onClick={() => void all()}
    >
      <Trans>全部已读</Trans>
    </Button>
  );
}

function SettingsLink() {
  const { t } = useLingui();
  return (
    <Link to="/messages/settings" className={css.settings} aria-label={t`通知设置`} title={t`通知设置`}>
      <SlidersHorizontal size={20} strokeWidth={1.5} aria-hidden />
    </Link>
  );
}

function Days({ notices, words, busy }: { notices: NoticeFactsFragment[]; words: NoticeWords; busy: boolean }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const now = useNow(minuteMs);
  const name = (day: Day<NoticeFactsFragment>) => (day.today ? t`今天` : day.yesterday ? t`昨天` : day.label);
  return groupByDay(notices, now, i18n.locale).map((day) => (
    <section key={day.label} className={css.day} aria-label={name(day)} data-busy={busy || undefined}>
      <h2>{name(day)}</h2>
      <ul className={`card list ${css.rows}`}>
        {day.rows.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} word={words[notice.kind]} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function NoNotices({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  if (filtered) return <EmptyState title={t`没有未读的通知。`} />;
  return (
    <EmptyState title={t`还没有通知。`}>
      <Trans>订单、款项和进度有变化时，会在这里告诉您。</Trans>
    </EmptyState>
  );
}
