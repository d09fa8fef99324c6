import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { inboundStateWords, intentWords, messageTypeWords, wordOf } from "@kaidan/web-kit/vocabulary/delivery-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { RefreshCw, X } from "lucide-react";
import { type InboundRowFragment, WechatInboundPageDocument } from "../../gql/graphql";
import css from "./Inbound.module.css";
import { WechatHeader } from "./WechatHeader";

const route = getRouteApi("/signedIn/wechat/messages");

/** What followers wrote and pressed, how it was understood, and what they were answered. */
export function InboundPage() {
  const { t } = useLingui();
  const { follower } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(WechatInboundPageDocument, { follower: follower ?? null });
  const columns = useColumns();
  return (
    <>
      <WechatHeader
        actions={
          <Button
            variant="default"
            leftSection={<RefreshCw size={16} strokeWidth={1.5} aria-hidden />}
            onClick={list.refetch}
          >
            <Trans>刷新</Trans>
          </Button>
        }
      />
      {follower && (
        <div className={css.filter}>
          <Button
            size="xs"
            variant="default"
            rightSection={<X size={14} strokeWidth={1.5} aria-hidden />}
            onClick={() => void navigate({ search: {}, replace: true })}
          >
            <Trans>只看一个人的消息，查看全部</Trans>
          </Button>
        </div>
      )}
      <ListTable
        list={list}
        of={({ wechatInbound }) => wechatInbound}
        label={t`消息记录`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`还没有收到消息。`} />}
      />
    </>
  );
}

function useColumns(): Column<InboundRowFragment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const none = <span className="muted">—</span>;
  return [
    {
      key: "at",
      head: t`时间`,
      narrow: "title",
      cell: ({ at }) => (
        <span className={css.whole}>
          <DateText at={at} as="absolute" />
        </span>
      ),
    },
    {
      key: "who",
      head: t`来自`,
      cell: ({ id, openid }) => (
        <Link to="/wechat/messages" search={{ follower: id }} className={`mono ${css.whole}`}>
          {openid}
        </Link>
      ),
    },
    {
      key: "text",
      head: t`消息`,
      cell: ({ type, text }) => (
        <span className={css.text}>
          {text || <span className="muted">{i18n._(wordOf(messageTypeWords, type))}</span>}
        </span>
      ),
    },
    {
      key: "intent",
      head: t`理解为`,
      cell: ({ intent, orderNo }) => (
        <>
          {intent ? i18n._(wordOf(intentWords, intent)) : none}{" "}
          {orderNo && <span className={`mono muted ${css.whole}`}>{orderNo}</span>}
        </>
      ),
    },
    {
      key: "reply",
      head: t`回复`,
      cell: ({ reply }) => (reply ? <Reply words={reply} /> : none),
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <WordTag of={inboundStateWords[state]} /> },
    {
      key: "ms",
      head: t`用时`,
      align: "end",
      cell: ({ repliedInMs }) =>
        repliedInMs === null || repliedInMs === undefined ? (
          none
        ) : (
          <span className={css.whole}>{t`${repliedInMs} 毫秒`}</span>
        ),
    },
  ];
}

/** The first line; the rest is a press away. */
function Reply({ words }: { words: string }) {
  const [first, ...rest] = words.split("\n");
  if (rest.length === 0) return <span className={css.text}>{first}</span>;
  return (
    <details className={css.text}>
      <summary>{first}</summary>
      <p>{rest.join("\n")}</p>
    </details>
  );
}
