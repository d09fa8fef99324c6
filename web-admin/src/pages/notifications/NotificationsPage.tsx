import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { sendWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { channelWords } from "@kaidan/web-kit/vocabulary/notice-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { NoticeSendsDocument } from "../../gql/graphql";
import css from "../Lists.module.css";
import { Channels } from "./Channels";
import { RetrySend } from "./RetrySend";
import { sendChannels, sendViews } from "./send-views";
import { useSendColumns } from "./useSendColumns";

const route = getRouteApi("/signedIn/notifications");

/** What was sent by WeChat, short message and e-mail, what failed and why, and whether each channel runs. */
export function NotificationsPage() {
  const { t } = useLingui();
  const { state = "FAILED", channel } = route.useSearch();
  const list = useListQuery(NoticeSendsDocument, { state: state === "ALL" ? null : state, channel: channel ?? null });
  const columns = useSendColumns();
  return (
    <>
      <PageHeader
        title={t`通知发送`}
        actions={
          <Button
            variant="default"
            leftSection={<RefreshCw size={16} strokeWidth={1.5} aria-hidden />}
            onClick={list.refetch}
          >
            <Trans>刷新</Trans>
          </Button>
        }
      >
        <Trans>
          站内通知总会送到；这里是此外发往微信、短信或邮件的每一条。每次只用一个渠道，失败的自动换下一个，也可以重试。
        </Trans>
      </PageHeader>
      <Channels onResumed={list.refetch} />
      <Filters />
      <ListTable
        list={list}
        of={({ noticeSends }) => noticeSends}
        label={t`通知发送`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={state === "FAILED" ? t`没有发送失败的通知。` : t`没有这类发送。`} />}
        actionsLabel={t`操作`}
        rowActions={(send) =>
          send.availableActions.includes("RETRY") && <RetrySend send={send} onDone={list.refetch} />
        }
      />
    </>
  );
}

function Filters() {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { state = "FAILED", channel } = route.useSearch();
  const navigate = route.useNavigate();
  const views = sendViews.map((value) => ({
    value,
    label: value === "ALL" ? t`全部` : i18n._(sendWords[value].word),
  }));
  const channels = sendChannels.map((value) => ({ value, label: i18n._(channelWords[value]) }));
  return (
    <div className={css.filters}>
      <FilterTabs
        label={t`发送状态`}
        value={state}
        options={views}
        onChange={(next) =>
          void navigate({ search: (old) => ({ ...old, state: next === "FAILED" ? undefined : next }), replace: true })
        }
      />
      <FilterTabs
        label={t`渠道`}
        value={channel ?? "ALL"}
        options={[{ value: "ALL", label: t`全部渠道` }, ...channels]}
        onChange={(next) =>
          void navigate({ search: (old) => ({ ...old, channel: next === "ALL" ? undefined : next }), replace: true })
        }
      />
    </div>
  );
}
