import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { DeliverWorkDocument, StartWorkDocument, type TicketSheetFragment } from "../../gql/graphql";

/** Starting the work and asking for acceptance. A refusal has been told; `onRefused` reads the ticket anew. */
export function useWorkActs(ticket: TicketSheetFragment, onRefused: () => void) {
  const { t } = useLingui();
  const input = { ticketId: ticket.id, version: ticket.version };
  const starting = useAct(StartWorkDocument, (data) => data.startWork);
  const delivering = useAct(DeliverWorkDocument, (data) => data.deliverWork);
  return {
    busy: starting.busy || delivering.busy,
    async start(): Promise<void> {
      if (await starting.act({ input })) toast.ok(t`已开始，客户能看到服务正在进行`);
      else onRefused();
    },
    async deliver(): Promise<void> {
      if (await delivering.act({ input })) toast.ok(t`已申请验收，等待平台审核`);
      else onRefused();
    },
  };
}
