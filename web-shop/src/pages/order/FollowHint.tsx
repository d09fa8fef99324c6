import { useQuery } from "@apollo/client/react";
import { WechatBindingDocument } from "@kaidan/web-kit/gql";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { MessageCircle, X } from "lucide-react";
import { useState } from "react";
import css from "./FollowHint.module.css";

const storageKey = "kaidan.follow-hint";

/** That progress can also come by WeChat; not for who has it already, and never again once it was waved away. */
export function FollowHint() {
  const { t } = useLingui();
  const setting = useSetting();
  const [closed, setClosed] = useState(() => localStorage.getItem(storageKey) !== null);
  const { data } = useQuery(WechatBindingDocument, {
    skip: closed || setting?.wechat !== true,
    fetchPolicy: "cache-first",
  });
  if (closed || data?.wechatBinding?.state !== "NONE") return null;

  function close(): void {
    localStorage.setItem(storageKey, "closed");
    setClosed(true);
  }
  return (
    <div className={css.hint}>
      <Link to="/me/wechat" className={css.link}>
        <MessageCircle size={18} strokeWidth={1.5} aria-hidden />
        <Trans>关注服务号，进度推送到微信</Trans>
      </Link>
      <button type="button" className={css.close} aria-label={t`不再提示`} title={t`不再提示`} onClick={close}>
        <X size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </div>
  );
}
