import { Trans } from "@lingui/react/macro";
import { useSetting } from "./useSetting";

/** In try-it mode no letter leaves the house: where to read it instead. Nothing elsewhere. */
export function MailboxHint() {
  if (!useSetting()?.demo) return null;
  return (
    <span className="small">
      <Trans>
        演示环境：信件和验证码在
        <a href="/demo/mailbox" target="_blank" rel="noreferrer">
          演示信箱
        </a>
        中查看
      </Trans>
    </span>
  );
}
