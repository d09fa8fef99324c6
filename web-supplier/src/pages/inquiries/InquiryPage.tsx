import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { getRouteApi } from "@tanstack/react-router";
import { type BidderInquiryFragment, SupplierInquiryChangedDocument } from "../../gql/graphql";
import { BidActions } from "./BidActions";
import { BidForm } from "./BidForm";
import css from "./Inquiries.module.css";
import { InquiryFacts } from "./InquiryFacts";
import { Questions } from "./Questions";
import { SentBid } from "./SentBid";
import { useSeen } from "./useSeen";

const route = getRouteApi("/signedIn/inquiries/$no");

/** One inquiry as an invited supplier sees it: what is wanted, its own bid, and what was asked and answered. */
export function InquiryPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const inquiry = data.supplierInquiryByNo;
  useLive(SupplierInquiryChangedDocument, {
    variables: { inquiryId: inquiry?.id ?? "", afterSeq: inquiry?.seq ?? null },
    skip: !inquiry,
    onCatchUp: () => void refresh(),
  });
  if (!inquiry) return <NotFoundState home="/" />;
  return <InquiryView inquiry={inquiry} refresh={() => void refresh()} />;
}

function InquiryView({ inquiry, refresh }: { inquiry: BidderInquiryFragment; refresh: () => void }) {
  const { bid } = inquiry;
  useSeen(inquiry);
  return (
    <>
      <PageHeader
        title={inquiry.title}
        back="/inquiries"
        aside={
          <>
            {bid && bid.state !== "DRAFT" ? (
              <StatusTag of="BidState" state={bid.state} />
            ) : (
              <StatusTag of="InvitationState" state={inquiry.invitation.state} />
            )}
            {inquiry.state === "OPEN" && <SlaClock until={inquiry.deadline} since={inquiry.invitation.sentAt} />}
            <LiveBadge />
          </>
        }
      >
        <span className="mono">{inquiry.no}</span>
      </PageHeader>
      <div className={css.columns}>
        <div className="stack">
          <InquiryFacts inquiry={inquiry} />
          <Questions inquiry={inquiry} />
        </div>
        <div className="stack">
          {bid && bid.versions.length > 0 && <SentBid inquiry={inquiry} />}
          {inquiry.availableActions.includes("BID") && (
            <BidForm key={bid?.number ?? 0} inquiry={inquiry} onRefused={refresh} />
          )}
          <BidActions inquiry={inquiry} />
        </div>
      </div>
    </>
  );
}
