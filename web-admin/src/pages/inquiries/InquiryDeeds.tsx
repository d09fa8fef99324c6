import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import {
  CancelInquiryByStaffDocument,
  ExtendInquiryByStaffDocument,
  type WholeStaffInquiryFragment,
} from "../../gql/graphql";
import css from "./Inquiry.module.css";

const day = 86_400_000;

/** More time, or the end without an award. */
export function InquiryDeeds({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const [cancelling, setCancelling] = useState(false);
  const extend = useAct(ExtendInquiryByStaffDocument, (data) => data.extendInquiryByStaff);
  const cancel = useAct(CancelInquiryByStaffDocument, (data) => data.cancelInquiryByStaff);
  const seen = { inquiryId: inquiry.id, version: inquiry.version };
  const oneDayMore = async (): Promise<void> => {
    const deadline = new Date(Date.parse(inquiry.deadline) + day).toISOString();
    if (await extend.act({ input: { ...seen, deadline } })) toast.ok(t`已延长一天，并告知所有受邀服务商`);
  };
  return (
    <div className={css.actions}>
      {inquiry.availableActions.includes("EXTEND") && (
        <Button variant="default" loading={extend.busy} onClick={() => void oneDayMore()}>
          <Trans>延长一天</Trans>
        </Button>
      )}
      {inquiry.availableActions.includes("CANCEL") && (
        <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
          <Trans>取消询价</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t`取消这次询价？`}
        confirmLabel={t`取消询价`}
        busy={cancel.busy}
        onConfirm={(reason) => {
          void cancel.act({ input: { ...seen, reason } }).then((done) => done && setCancelling(false));
        }}
      />
    </div>
  );
}
