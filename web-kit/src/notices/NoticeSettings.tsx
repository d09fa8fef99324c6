import { useQuery } from "@apollo/client/react";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { type NoticeChannel, NoticePreferencesDocument, type NoticePreferencesQuery } from "../gql/graphql";
import { ErrorState } from "../ui/ErrorState";
import { PageHeader } from "../ui/PageHeader";
import { ListSkeleton } from "../ui/Skeletons";
import { channelWords, type TopicsTold, topicWords } from "../vocabulary/notice-words";
import { ChannelReasons } from "./ChannelReasons";
import css from "./NoticeSettings.module.css";
import { PreferenceSwitch } from "./PreferenceSwitch";
import { useInboxMoves } from "./useInbox";

export type Preference = NoticePreferencesQuery["noticePreferences"][number];

const channels: readonly NoticeChannel[] = ["WECHAT", "SMS", "EMAIL"];

/** Which notices also leave the app, and by which way. The app itself always has every one. `topics`: the app's own. */
export function NoticeSettings({ topics }: { topics: TopicsTold }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(NoticePreferencesDocument);
  useInboxMoves(() => void refetch());
  return (
    <div className={css.page}>
      <PageHeader title={t`通知设置`} back="/messages">
        <Trans>站内通知始终保留；此外先发微信，微信收不到时按事项轻重改用短信或邮件。这里可以逐项关闭。</Trans>
      </PageHeader>
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={3} />}
      {data && (
        <div className="card stack">
          <PreferenceTable preferences={data.noticePreferences} told={topics} />
          <ChannelReasons missing={channels.filter((channel) => isMissing(data.noticePreferences, channel))} />
        </div>
      )}
    </div>
  );
}

function isMissing(preferences: readonly Preference[], channel: NoticeChannel): boolean {
  const own = preferences.filter((each) => each.channel === channel);
  return own.length > 0 && own.every(({ available }) => !available);
}

function PreferenceTable({ preferences, told }: { preferences: readonly Preference[]; told: TopicsTold }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const topics = [...new Set(preferences.map(({ topic }) => topic))].filter((topic) => told[topic]);
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{t`通知设置`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t`内容`}</span>
          </th>
          <th scope="col">{t`站内`}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {i18n._(channelWords[channel])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic}>
            <th scope="row">
              {i18n._(topicWords[topic])}
              <span className={css.about}>{told[topic] && i18n._(told[topic])}</span>
            </th>
            <td>
              <Check size={18} strokeWidth={2} color="var(--ok)" className={css.always} aria-hidden />
              <span className="visually-hidden">{t`始终开启`}</span>
            </td>
            {channels.map((channel) => (
              <td key={channel}>
                <PreferenceSwitch
                  preference={preferences.find((each) => each.topic === topic && each.channel === channel)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
