import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { DispatchByHandDocument, type DispatchTicketFragment, WithdrawOfferDocument } from "../../gql/graphql";

type Refused = { readonly code: string };

/** The two deeds of a dispatcher on one ticket; a refusal is told and the newest state asked for. */
export function useDispatchByHand(ticket: DispatchTicketFragment, onStale: () => void) {
  const { t } = useLingui();
  const once = useIdempotencyKey(`dispatch:${ticket.id}:${ticket.version}`);
  const lookAgain = ({ code }: Refused) => {
    if (code !== "FORBIDDEN") onStale();
  };
  const dispatching = useAct(DispatchByHandDocument, (data) => data.dispatchTicket, lookAgain);
  const withdrawing = useAct(WithdrawOfferDocument, (data) => data.withdrawOffer, lookAgain);
  return {
    busy: dispatching.busy || withdrawing.busy,
    /** True when the offer went out. */
    dispatch: async (supplier: { id: string; name: string }): Promise<boolean> => {
      const input = { ticketId: ticket.id, supplierId: supplier.id, version: ticket.version };
      // Another supplier is another deed, also after an answer that got lost.
      const idempotencyKey = `${once.key()}-${supplier.id}`;
      const payload = await dispatching.act({ input: { ...input, idempotencyKey } });
      if (!payload) return false;
      once.answered();
      const { name } = supplier;
      toast.ok(t`已派给 ${name}，等对方接单`);
      return true;
    },
    withdraw: async (attemptId: string): Promise<boolean> => {
      const payload = await withdrawing.act({ input: { ticketId: ticket.id, attemptId, version: ticket.version } });
      if (!payload) return false;
      toast.ok(t`已撤回派单，请重新选择服务商`);
      return true;
    },
  };
}
