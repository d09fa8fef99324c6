import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { AcceptOfferDocument, DeclineOfferDocument, type OfferFactsFragment } from "../../gql/graphql";

/**
 * Accepting or declining one offer. Each resolves to true when it was done; after a refusal (the offer ended, somebody
 * else answered) the reason has been told, and the page should read the offer anew.
 */
export function useAnswerOffer(ticket: OfferFactsFragment) {
  const { t } = useLingui();
  const { id: ticketId, version, offer } = ticket;
  const attemptId = offer?.attemptId ?? "";
  const once = useIdempotencyKey(`accept:${attemptId}`);
  const accepting = useAct(AcceptOfferDocument, (data) => data.acceptOffer);
  const declining = useAct(DeclineOfferDocument, (data) => data.declineOffer);

  return {
    busy: accepting.busy || declining.busy,
    accepting: accepting.busy,
    async accept(): Promise<boolean> {
      const input = { ticketId, attemptId, version, idempotencyKey: once.key() };
      const done = await accepting.act({ input });
      if (!done) return false;
      once.answered();
      toast.ok(t`已接单，联系方式已可见`);
      return true;
    },
    async decline(reason: string): Promise<boolean> {
      const done = await declining.act({ input: { ticketId, attemptId, version, reason } });
      if (done) toast.info(t`已拒绝这一单，平台会派给其他服务商`);
      return done !== undefined;
    },
  };
}
