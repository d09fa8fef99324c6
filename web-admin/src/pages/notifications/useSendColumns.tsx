import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { sendWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { everyNotice } from "@kaidan/web-kit/vocabulary/every-notice";
import { channelWords } from "@kaidan/web-kit/vocabulary/notice-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { NoticeSendRowFragment } from "../../gql/graphql";
import css from "./Notifications.module.css";
import { SendTrouble } from "./SendTrouble";

/** The columns of a list of sends. */
export function useSendColumns(): Column<NoticeSendRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const none = <span className="muted">—</span>;
  return [
    {
      key: "notice",
      head: t`通知`,
      narrow: "title",
      cell: ({ noticeKind }) => i18n._(everyNotice[noticeKind].words),
    },
    {
      key: "subject",
      head: t`对象`,
      cell: ({ subject }) => (subject ? <span className={`mono ${css.whole}`}>{subject}</span> : none),
    },
    {
      key: "recipient",
      head: t`接收人`,
      cell: ({ recipient }) => <span className={css.whole}>{recipient ?? t`入驻申请人`}</span>,
    },
    {
      key: "channel",
      head: t`渠道`,
      cell: ({ channel, address }) => (
        <>
          {i18n._(channelWords[channel])} <span className="mono muted">{address}</span>
        </>
      ),
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <WordTag of={sendWords[state]} /> },
    { key: "trouble", head: t`原因`, cell: (send) => <SendTrouble send={send} /> },
    { key: "attempts", head: t`尝试次数`, align: "end", cell: ({ attempts }) => attempts },
    { key: "at", head: t`时间`, width: "10rem", cell: (send) => <Times send={send} /> },
  ];
}

/** When it came to what it is, and while it waits, when it is tried next. */
function Times({ send: { createdAt, sentAt, doneAt, nextAt } }: { send: NoticeSendRowFragment }) {
  return (
    <>
      <DateText at={doneAt ?? sentAt ?? createdAt} as="absolute" />
      {nextAt && (
        <div className="muted small">
          <Trans>
            下次尝试 <DateText at={nextAt} />
          </Trans>
        </div>
      )}
    </>
  );
}
