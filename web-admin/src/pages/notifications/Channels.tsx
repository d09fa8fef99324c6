import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { channelStateWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { describeFailure } from "@kaidan/web-kit/vocabulary/error-words";
import { channelWords } from "@kaidan/web-kit/vocabulary/notice-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { type ChannelRowFragment, NoticeChannelsDocument, ResumeChannelDocument } from "../../gql/graphql";
import css from "./Notifications.module.css";

/** Each channel: running, stopped by a fault of ours, or not connected. A stopped one goes on when a person says so. */
export function Channels({ onResumed }: { onResumed: () => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data, error } = useQuery(NoticeChannelsDocument);
  if (error && !data) return <Alert color="red">{describeFailure(i18n, error, "page")}</Alert>;
  if (!data) return null;
  return (
    <ul className={`list ${css.channels}`} aria-label={t`渠道状态`}>
      {data.noticeChannels.map((channel) => (
        <li key={channel.channel} className="card">
          <Channel channel={channel} onResumed={onResumed} />
        </li>
      ))}
    </ul>
  );
}

function Channel({ channel: { channel, state, reason, since }, onResumed }: ChannelProps) {
  const { i18n } = useI18n();
  return (
    <>
      <div className="row">
        <strong>{i18n._(channelWords[channel])}</strong>
        <WordTag of={channelStateWords[state]} />
        {state === "STOPPED" && <Resume channel={channel} onResumed={onResumed} />}
      </div>
      {state === "STOPPED" && (
        <p className={css.stopped}>
          {reason}{" "}
          {since && (
            <span className="muted">
              <Trans>
                自 <DateText at={since} as="absolute" /> 起停止
              </Trans>
            </span>
          )}
        </p>
      )}
    </>
  );
}

type ChannelProps = { channel: ChannelRowFragment; onResumed: () => void };

function Resume({ channel, onResumed }: { channel: ChannelRowFragment["channel"]; onResumed: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(ResumeChannelDocument, (data) => data.resumeChannel);
  async function resume(): Promise<void> {
    if (await act({ input: { channel } })) toast.ok(t`已恢复，新的通知会再用这个渠道`);
    onResumed();
  }
  return (
    <Button size="xs" loading={busy} onClick={() => void resume()}>
      <Trans>恢复发送</Trans>
    </Button>
  );
}
