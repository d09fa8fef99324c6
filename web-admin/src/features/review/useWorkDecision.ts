import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { ApproveWorkDocument, ReturnWorkDocument, type ReviewTicketFragment } from "../../gql/graphql";

type Refused = { readonly code: string };

/** Agreeing with delivered work, or sending it back; a refusal is told and the newest state asked for. */
export function useWorkDecision(ticket: ReviewTicketFragment, onStale: () => void) {
  const { t } = useLingui();
  const lookAgain = (refused: Refused): boolean => {
    onStale();
    if (refused.code !== "STALE_VERSION" && refused.code !== "INVALID_STATE") return false;
    toast.info(t`有同事先一步处理了这张服务单，已为您载入最新内容。`);
    return true;
  };
  const approving = useAct(ApproveWorkDocument, (data) => data.approveWork, lookAgain);
  const returning = useAct(ReturnWorkDocument, (data) => data.returnWork, lookAgain);
  const about = { ticketId: ticket.id, version: ticket.version };
  return {
    busy: approving.busy || returning.busy,
    approve: async (): Promise<boolean> => {
      const payload = await approving.act({ input: about });
      if (payload) toast.ok(t`已通过，等客户验收`);
      return payload !== undefined;
    },
    sendBack: async (reason: string): Promise<boolean> => {
      const payload = await returning.act({ input: { ...about, reason } });
      if (payload) toast.ok(t`已退回返工，服务商会收到原因`);
      return payload !== undefined;
    },
  };
}
