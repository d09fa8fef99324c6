import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { inquiryKindWords, visibilityWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { StaffInquiryChangedDocument, type WholeStaffInquiryFragment } from "../../gql/graphql";
import { Candidates } from "./Candidates";
import { Compare } from "./Compare";
import css from "./Inquiry.module.css";
import { InquiryDeeds } from "./InquiryDeeds";
import { Invitations } from "./Invitations";
import { Questions } from "./Questions";

const route = getRouteApi("/signedIn/inquiries/$no");

/** One inquiry for staff: whom it went to and why, how many bid, and once bids are opened, what. */
export function InquiryPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const inquiry = data.staffInquiryByNo;
  useLive(StaffInquiryChangedDocument, {
    variables: { inquiryId: inquiry?.id ?? "", afterSeq: inquiry?.seq ?? null },
    skip: !inquiry,
    onCatchUp: () => void refresh(),
  });
  if (!inquiry) return <NotFoundState home="/inquiries" />;
  return (
    <>
      <PageHeader
        title={inquiry.title}
        back="/inquiries"
        aside={
          <>
            <StatusTag of="InquiryState" state={inquiry.state} />
            {inquiry.state === "OPEN" && <SlaClock until={inquiry.deadline} since={inquiry.createdAt} />}
            <LiveBadge />
          </>
        }
        actions={<InquiryDeeds inquiry={inquiry} />}
      >
        <span className="mono">{inquiry.no}</span>
      </PageHeader>
      <div className={css.columns}>
        <div className={css.stack}>
          {inquiry.bids.length > 0 && <Compare inquiry={inquiry} />}
          <Invitations inquiry={inquiry} />
          {inquiry.availableActions.includes("WIDEN") && <Candidates inquiry={inquiry} />}
          {inquiry.questions.length > 0 && <Questions inquiry={inquiry} />}
        </div>
        <Asked inquiry={inquiry} />
      </div>
    </>
  );
}

function Asked({ inquiry }: { inquiry: WholeStaffInquiryFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { counts, minBids, round } = inquiry;
  return (
    <Section title={t`询价内容`}>
      <Facts
        items={[
          { label: t`方式`, value: i18n._(inquiryKindWords[inquiry.kind]) },
          { label: t`报价可见性`, value: i18n._(visibilityWords[inquiry.visibility]) },
          { label: t`城市`, value: inquiry.region.name },
          { label: t`截止`, value: <DateText at={inquiry.deadline} as="absolute" /> },
          { label: t`轮次`, value: round },
          { label: t`报价 / 邀请`, value: `${counts.bids} / ${counts.invited}` },
          { label: t`至少几家报价`, value: minBids },
          { label: t`客户`, value: `${inquiry.contactName} ${inquiry.contactPhone}` },
          { label: t`期望日期`, value: inquiry.desiredOn && <DateText at={inquiry.desiredOn} as="day" /> },
          { label: t`预算`, value: inquiry.budget && <Money fen={inquiry.budget} /> },
          { label: t`取消原因`, value: inquiry.reason, wide: true },
          ...inquiry.inputs.map(({ label, value, unit }) => ({ label, value: `${value}${unit ? ` ${unit}` : ""}` })),
        ]}
      />
      <ul>
        {inquiry.lines.map((line) => (
          <li key={line.code}>
            {line.itemName} × {formatNumber(line.quantity)} {line.unit}
          </li>
        ))}
      </ul>
      {inquiry.description && <p className={css.said}>{inquiry.description}</p>}
      {inquiry.photos.length > 0 && <PhotoGrid photos={inquiry.photos} label={t`照片`} />}
    </Section>
  );
}
