import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { QuotedWorkDocument } from "../../gql/graphql";
import css from "./QuotedWork.module.css";
import { QuotedWorkCard } from "./QuotedWorkCard";

/** What quotations to customers name this supplier for: work that may come, with what it would be paid. */
export function QuotedWorkPage() {
  const { t } = useLingui();
  const list = useListQuery(QuotedWorkDocument, {});
  return (
    <>
      <PageHeader title={t`已入报价单`} back="/inquiries">
        <Trans>平台发给客户的报价里由您承做的部分。客户接受后会派单给您。</Trans>
      </PageHeader>
      <ListBody list={list}>
        {({ myQuotedWork: { edges, pageInfo } }) => (
          <>
            <ul className={`list ${css.list}`} aria-busy={list.stale}>
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <QuotedWorkCard work={node} />
                </li>
              ))}
            </ul>
            {edges.length === 0 && (
              <EmptyState title={t`还没有报价单包含您的服务。`} picture="renovation">
                <Trans>平台给客户报价时选用了您的服务，就会出现在这里。</Trans>
              </EmptyState>
            )}
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
