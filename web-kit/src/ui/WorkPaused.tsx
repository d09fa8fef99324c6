import { Trans } from "@lingui/react/macro";
import { CirclePause } from "lucide-react";
import { ToneTag } from "./StatusTag";

/** Says that no work is begun until an overdue instalment is paid; who reads it may be any of the three. */
export function WorkPaused({ paused }: { paused: boolean }) {
  if (!paused) return null;
  return (
    <p role="status">
      <ToneTag tone="warn" icon={CirclePause}>
        <Trans>服务已暂停</Trans>
      </ToneTag>{" "}
      <Trans>有一期款项已逾期，付清后继续派单和开工。</Trans>
    </p>
  );
}
