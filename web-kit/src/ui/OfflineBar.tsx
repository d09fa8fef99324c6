import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { liveStatus, useLiveStatus } from "../apollo/live-status";
import css from "./Connection.module.css";

const patienceMs = 2_000;

/** Says after two seconds that the network is away, and leaves by itself. One per app, at the top of the page. */
export function OfflineBar() {
  const { online } = useLiveStatus();

  useEffect(() => {
    const report = () => liveStatus.network(navigator.onLine);
    window.addEventListener("online", report);
    window.addEventListener("offline", report);
    return () => {
      window.removeEventListener("online", report);
      window.removeEventListener("offline", report);
    };
  }, []);

  return (
    <output className={css.area} data-print="hide">
      {!online && <OfflineNotice />}
    </output>
  );
}

function OfflineNotice() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <span className={css.bar}>
      <Trans>网络已断开，恢复后自动更新</Trans>
    </span>
  );
}
