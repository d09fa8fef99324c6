import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import {
  ApproveQuotationDocument,
  DraftNextVersionDocument,
  type QuotationVersionWholeFragment,
  type QuotationWholeFragment,
  ReturnQuotationDocument,
  SendQuotationDocument,
  WithdrawQuotationDocument,
} from "../../gql/graphql";

const route = getRouteApi("/signedIn/quotations/$no");

type DeedsProps = {
  quotation: QuotationWholeFragment;
  version: QuotationVersionWholeFragment;
  onStale: () => void;
};

/** What may be done with a version now, as the server says. */
export function QuotationDeeds({ quotation, version, onStale }: DeedsProps) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState<"RETURN" | "WITHDRAW">();
  const send = useAct(SendQuotationDocument, (data) => data.sendQuotation);
  const approve = useAct(ApproveQuotationDocument, (data) => data.approveQuotation);
  const giveBack = useAct(ReturnQuotationDocument, (data) => data.returnQuotation);
  const withdraw = useAct(WithdrawQuotationDocument, (data) => data.withdrawQuotation);
  const next = useAct(DraftNextVersionDocument, (data) => data.draftNextVersion);
  const may = (action: QuotationVersionWholeFragment["availableActions"][number]) =>
    version.availableActions.includes(action);
  const { no } = quotation;
  const named = { quotationId: quotation.id, number: version.number };
  const seen = { ...named, version: version.version };

  async function tell(done: Promise<unknown>, words: string): Promise<void> {
    if (await done) toast.ok(words);
    else onStale();
    setAsking(undefined);
  }
  async function begin(): Promise<void> {
    if (await next.act({ input: { quotationId: quotation.id } }))
      await navigate({ to: "/quotations/$no/edit", params: { no } });
    else onStale();
  }

  return (
    <>
      {may("EDIT") && (
        <ButtonLink to="/quotations/$no/edit" params={{ no }} look="outline">
          <Trans>编辑</Trans>
        </ButtonLink>
      )}
      {may("NEW_VERSION") && (
        <Button variant="default" loading={next.busy} onClick={() => void begin()}>
          <Trans>出新版本</Trans>
        </Button>
      )}
      {may("SEND") && (
        <Button loading={send.busy} onClick={() => void tell(send.act({ input: seen }), t`已提交发送`)}>
          <Trans>发送</Trans>
        </Button>
      )}
      {may("APPROVE") && (
        <Button loading={approve.busy} onClick={() => void tell(approve.act({ input: seen }), t`已通过并发送`)}>
          <Trans>通过并发送</Trans>
        </Button>
      )}
      {may("RETURN") && (
        <Button variant="default" onClick={() => setAsking("RETURN")}>
          <Trans>退回</Trans>
        </Button>
      )}
      {may("WITHDRAW") && (
        <Button variant="subtle" color="red" onClick={() => setAsking("WITHDRAW")}>
          <Trans>撤回</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={asking === "RETURN"}
        onClose={() => setAsking(undefined)}
        title={t`退回给编制人？`}
        reasons={[t`毛利太低`, t`折扣过大`, t`内容有误`]}
        confirmLabel={t`退回`}
        onConfirm={(reason) => void tell(giveBack.act({ input: { ...seen, reason } }), t`已退回`)}
        busy={giveBack.busy}
      />
      <ReasonDialog
        opened={asking === "WITHDRAW"}
        onClose={() => setAsking(undefined)}
        title={t`撤回这一版报价？`}
        reasons={[t`价格有误`, t`服务商不能提供`, t`客户不再需要`]}
        confirmLabel={t`撤回`}
        onConfirm={(reason) => void tell(withdraw.act({ input: { ...named, reason } }), t`已撤回`)}
        busy={withdraw.busy}
      />
    </>
  );
}
