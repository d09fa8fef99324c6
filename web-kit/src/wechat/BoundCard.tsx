import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAct } from "../forms/useAct";
import { type BindingFactsFragment, UnbindWechatDocument } from "../gql/graphql";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { DateText } from "../ui/DateText";
import { Facts } from "../ui/Facts";
import { StatusTag } from "../ui/StatusTag";
import { toast } from "../ui/Toasts";
import { boundViaWords } from "../vocabulary/notice-words";
import css from "./WechatBinding.module.css";

/** The account is bound: since when and how, whether messages arrive, and the way out. */
export function BoundCard({ binding }: { binding: BindingFactsFragment }) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const { state, boundAt, boundVia } = binding;
  return (
    <section className="card stack" aria-labelledby="bound">
      <div className="row">
        <h2 id="bound">
          <Trans>已绑定微信</Trans>
        </h2>
        <StatusTag of="WechatBindingState" state={state} />
      </div>
      {state === "UNSUBSCRIBED" && (
        <p role="status" className={css.unfollowed}>
          <Trans>您已取消关注服务号，微信收不到通知。重新关注即可恢复，无需再次绑定。</Trans>
        </p>
      )}
      <Facts
        items={[
          { label: t`绑定时间`, value: boundAt && <DateText at={boundAt} as="absolute" /> },
          { label: t`绑定方式`, value: boundVia && i18n._(boundViaWords[boundVia]) },
        ]}
      />
      <div className="row">
        <Unbind />
        <Link to="/messages/settings">
          <Trans>选择推送哪些通知</Trans>
        </Link>
      </div>
    </section>
  );
}

function Unbind() {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(UnbindWechatDocument, (data) => data.unbindWechat);
  async function unbind(): Promise<void> {
    const done = await act({ input: {} });
    setAsking(false);
    if (done) toast.ok(t`已解绑`);
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>解绑</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`解绑微信？`}
        confirmLabel={t`解绑`}
        danger
        busy={busy}
        onConfirm={() => void unbind()}
      >
        <p>
          <Trans>解绑后，微信不再收到通知，也不能在服务号里查询；站内通知照常。需要时可以重新绑定。</Trans>
        </p>
        <p>
          <a href="#wechat-privacy" onClick={() => setAsking(false)}>
            <Trans>我们如何使用您的微信信息</Trans>
          </a>
        </p>
      </ConfirmDialog>
    </>
  );
}
