import { useLingui } from "@lingui/react/macro";
import { useLiveStatus } from "../apollo/live-status";
import css from "./Connection.module.css";

/** Whether what stands here updates by itself at this moment. */
export function LiveBadge() {
  const { t } = useLingui();
  const { state } = useLiveStatus();
  const words = {
    idle: t`准备中`,
    live: t`实时更新`,
    retrying: t`正在重连`,
    polling: t`连接中断，正在重连（每 15 秒更新一次）`,
  };
  return (
    <span className={`${css.badge} ${css[state] ?? ""}`}>
      <span className={css.dot} aria-hidden />
      {words[state]}
    </span>
  );
}
