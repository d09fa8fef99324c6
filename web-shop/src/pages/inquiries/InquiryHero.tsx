import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  CancelInquiryDocument,
  EvaluateInquiryDocument,
  ExtendInquiryDocument,
  type WholeInquiryFragment,
} from "../../gql/graphql";
import css from "./Inquiries.module.css";

const day = 86_400_000;

/** Where the inquiry stands, in a sentence and four numbers, and what its customer can do now. */
export function InquiryHero({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const { t } = useLingui();
  const { counts } = inquiry;
  const open = inquiry.state === "OPEN";
  return (
    <section className="card stack">
      <PageHeader
        title={inquiry.title}
        back="/inquiries"
        aside={
          <>
            <StatusTag of="InquiryState" state={inquiry.state} />
            <LiveBadge />
          </>
        }
      >
        {inquiry.no}
      </PageHeader>
      <p className={css.said}>
        <Standing inquiry={inquiry} />
      </p>
      {open && (
        <p className={css.said}>
          <Trans>
            截止 <DateText at={inquiry.deadline} />
          </Trans>{" "}
          <SlaClock until={inquiry.deadline} since={inquiry.createdAt} />
        </p>
      )}
      <dl className={css.counts}>
        <Count label={t`已邀请`} value={counts.invited} />
        <Count label={t`已查看`} value={counts.viewed} />
        <Count label={t`已报价`} value={counts.bids} />
        <Count label={t`不报价`} value={counts.declined} />
      </dl>
      {open && inquiry.standingTotals[0] && (
        <p className={css.said}>
          <Trans>
            当前最低 <Money fen={inquiry.standingTotals[0]} look="price" />
          </Trans>
        </p>
      )}
      <Deeds inquiry={inquiry} />
    </section>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Standing({ inquiry }: { inquiry: WholeInquiryFragment }) {
  switch (inquiry.state) {
    case "OPEN":
      return inquiry.visibility === "SEALED" ? (
        <Trans>服务商正在报价。报价在截止前对所有人保密，包括平台。</Trans>
      ) : (
        <Trans>服务商正在公开竞价，价格会实时更新。</Trans>
      );
    case "EVALUATING":
      return <Trans>报价已截止，请在下面比较并选定。选定后平台立即生成报价单。</Trans>;
    case "NO_BIDS":
      return <Trans>暂时没有可选的报价，平台正在为您联系更多服务商。</Trans>;
    case "AWARDED":
      return <Trans>已选定服务商，报价单已生成，确认后即可下单。</Trans>;
    default:
      return <Trans>这次询价已取消：{inquiry.reason}</Trans>;
  }
}

function Deeds({ inquiry }: { inquiry: WholeInquiryFragment }) {
  const { t } = useLingui();
  const now = useNow();
  const [cancelling, setCancelling] = useState(false);
  const evaluate = useAct(EvaluateInquiryDocument, (data) => data.evaluateInquiry);
  const extend = useAct(ExtendInquiryDocument, (data) => data.extendInquiry);
  const cancel = useAct(CancelInquiryDocument, (data) => data.cancelInquiry);
  const may = (action: string): boolean => inquiry.availableActions.includes(action);
  const seen = { inquiryId: inquiry.id, version: inquiry.version };
  const oneDayMore = async (): Promise<void> => {
    const deadline = new Date(Math.max(Date.parse(inquiry.deadline), now) + day).toISOString();
    if (await extend.act({ input: { ...seen, deadline } })) toast.ok(t`已延长一天，并告知所有受邀服务商`);
  };
  return (
    <div className={css.actions}>
      {inquiry.quotationNo && (
        <Link to="/quotes/$no" params={{ no: inquiry.quotationNo }}>
          <Trans>查看报价单</Trans>
        </Link>
      )}
      {may("EVALUATE") && (
        <Button loading={evaluate.busy} onClick={() => void evaluate.act({ input: seen })}>
          <Trans>现在看报价</Trans>
        </Button>
      )}
      {may("EXTEND") && (
        <Button variant="default" loading={extend.busy} onClick={() => void oneDayMore()}>
          <Trans>延长一天</Trans>
        </Button>
      )}
      {may("CANCEL") && (
        <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
          <Trans>取消询价</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t`取消这次询价？`}
        reasons={[t`计划有变`, t`已另行安排`, t`信息填错了`]}
        confirmLabel={t`取消询价`}
        busy={cancel.busy}
        onConfirm={(reason) => {
          void cancel.act({ input: { ...seen, reason } }).then((done) => done && setCancelling(false));
        }}
      />
    </div>
  );
}
