import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { InquiryHeadFragment } from "../../gql/graphql";
import css from "./Inquiries.module.css";

const route = getRouteApi("/shop/signedIn/inquiries");

/** The customer's inquiries, newest first. */
export function InquiriesPage() {
  const { t } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { edges, pageInfo } = data.myInquiries;
  const ask = (
    <ButtonLink to="/inquiries/new">
      <Trans>发布询价</Trans>
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t`我的询价`} actions={ask} />
      <ul className={`list ${css.list}`}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <InquiryCard inquiry={node} />
          </li>
        ))}
      </ul>
      {edges.length === 0 && (
        <EmptyState title={t`还没有询价。说说您的需求，服务商会来报价。`} picture="host" action={ask} />
      )}
      <LoadMore hasMore={pageInfo.hasNextPage} onMore={() => void loadMore(pageInfo.endCursor)} />
    </>
  );
}

function InquiryCard({ inquiry }: { inquiry: InquiryHeadFragment }) {
  const { bids, invited } = inquiry.counts;
  return (
    <Link to="/inquiries/$no" params={{ no: inquiry.no }} className={`card ${css.card}`}>
      <span className={css.cardHead}>
        <strong>{inquiry.title}</strong>
        <StatusTag of="InquiryState" state={inquiry.state} />
      </span>
      <span className="muted small">
        {inquiry.no} · <DateText at={inquiry.createdAt} />
      </span>
      <span className={css.cardFoot}>
        <Trans>
          已邀请 {invited} 家 · 已报价 {bids} 家
        </Trans>
        {inquiry.state === "OPEN" && <SlaClock until={inquiry.deadline} since={inquiry.createdAt} />}
      </span>
    </Link>
  );
}
