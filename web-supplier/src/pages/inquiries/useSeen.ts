import { useMutation } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";
import { type BidderInquiryFragment, ViewInquiryDocument } from "../../gql/graphql";

/** Tells once that an invitation was opened: its customer sees how many have. What fails is told again at the next visit. */
export function useSeen(inquiry: BidderInquiryFragment): void {
  const [view] = useMutation(ViewInquiryDocument);
  const tell = useEffectEvent((inquiryId: string) => {
    view({ variables: { inquiryId } }).catch(() => undefined); // the page reads on without it
  });
  const unseen = inquiry.invitation.state === "SENT";
  const { id } = inquiry;
  useEffect(() => {
    if (unseen) tell(id);
  }, [unseen, id]);
}
