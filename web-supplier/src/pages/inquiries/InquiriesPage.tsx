import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { inquiryKindWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { mayVisit } from "../../features/rights";
import { type BidderHeadFragment, InvitationsDocument } from "../../gql/graphql";
import css from "./Inquiries.module.css";

const route = getRouteApi("/signedIn/inquiries");

/** What this supplier is asked to price: what it can answer now, or everything it was ever asked. */
export function InquiriesPage() {
  const { t } = useLingui();
  const { all } = route.useSearch();
  const navigate = route.useNavigate();
  const { me } = useMe();
  const list = useListQuery(InvitationsDocument, { openOnly: !all });
  return (
    <>
      <PageHeader
        title={t`询价`}
        actions={
          mayVisit("quotations", me?.role) && (
            <ButtonLink to="/quotations" look="outline">
              <Trans>已入报价单</Trans>
            </ButtonLink>
          )
        }
      />
      <FilterTabs
        label={t`范围`}
        value={all ? "ALL" : "OPEN"}
        options={[
          { value: "OPEN", label: t`可报价` },
          { value: "ALL", label: t`全部` },
        ]}
        onChange={(next) => void navigate({ search: { all: next === "ALL" ? true : undefined }, replace: true })}
      />
      <ListBody list={list}>
        {({ myInvitations: { edges, pageInfo } }) => (
          <>
            <ul className={`list ${css.list}`} aria-busy={list.stale}>
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <InvitationCard inquiry={node} />
                </li>
              ))}
            </ul>
            {edges.length === 0 && <Nothing all={all === true} />}
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </>
  );
}

function Nothing({ all }: { all: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={all ? t`还没有收到询价。` : t`现在没有可报价的询价。新的询价会自动送到这里。`}
      picture="renovation"
    />
  );
}

function InvitationCard({ inquiry }: { inquiry: BidderHeadFragment }) {
  const { i18n } = useI18n();
  const { bid, invitation, region } = inquiry;
  const kind = i18n._(inquiryKindWords[inquiry.kind]);
  return (
    <Link to="/inquiries/$no" params={{ no: inquiry.no }} className={`card ${css.card}`}>
      <span className={css.row}>
        <strong>{inquiry.title}</strong>
        {bid && bid.state !== "DRAFT" ? (
          <StatusTag of="BidState" state={bid.state} />
        ) : (
          <StatusTag of="InvitationState" state={invitation.state} />
        )}
      </span>
      <span className="muted small">
        {kind} · {region.name} · <span className="mono">{inquiry.no}</span>
      </span>
      <span className={css.row}>
        {inquiry.state === "OPEN" ? (
          <SlaClock until={inquiry.deadline} since={invitation.sentAt} />
        ) : (
          <StatusTag of="InquiryState" state={inquiry.state} />
        )}
        {bid?.total && <Money fen={bid.total} />}
      </span>
    </Link>
  );
}
