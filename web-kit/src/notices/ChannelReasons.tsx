import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Info } from "lucide-react";
import type { NoticeChannel } from "../gql/graphql";
import { useSetting } from "../session/useSetting";
import { channelWords } from "../vocabulary/notice-words";
import css from "./NoticeSettings.module.css";

/** Why a channel can't be chosen, and where that is changed. */
export function ChannelReasons({ missing }: { missing: readonly NoticeChannel[] }) {
  const { i18n } = useI18n();
  if (missing.length === 0) return null;
  return (
    <ul className={`list ${css.reasons}`}>
      {missing.map((channel) => (
        <li key={channel}>
          <Info size={16} strokeWidth={1.5} aria-hidden />
          <span>
            <strong>{i18n._(channelWords[channel])}</strong> <Reason channel={channel} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reason({ channel }: { channel: NoticeChannel }) {
  const setting = useSetting();
  if (channel === "EMAIL") return <Trans>账号没有可用的邮箱。</Trans>;
  if (channel === "SMS") return <Trans>平台未开通短信，或账号没有手机号。</Trans>;
  if (setting?.wechat === false) return <Trans>平台未接入微信服务号。</Trans>;
  return (
    <Trans>
      还不能推送：<Link to="/me/wechat">绑定并关注服务号</Link>后可用。
    </Trans>
  );
}
