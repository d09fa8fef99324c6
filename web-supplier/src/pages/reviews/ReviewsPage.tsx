import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ReviewCard } from "@kaidan/web-kit/ui/ReviewCard";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { ReceivedReviewsDocument, type ReceivedReviewsQuery } from "../../gql/graphql";
import { RatingSummary } from "./RatingSummary";
import css from "./ReviewsPage.module.css";

const route = getRouteApi("/signedIn/reviews");

/** What customers said of this supplier. */
export function ReviewsPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const supplier = data.me?.supplier;
  if (!supplier) return <NotYourDesk title={t`收到的评价`} />;
  return (
    <>
      <PageHeader title={t`收到的评价`} back="/me">
        <Trans>评价来自验收后的客户，会影响平台以后怎样派单。</Trans>
      </PageHeader>
      <div className={css.columns}>
        <RatingSummary rating={supplier.rating} completedCount={supplier.completedCount} />
        <Received supplierId={supplier.id} />
      </div>
    </>
  );
}

function Received({ supplierId }: { supplierId: string }) {
  const { t } = useLingui();
  const list = useListQuery(ReceivedReviewsDocument, { supplierId });
  return (
    <section className="card" aria-label={t`评价`}>
      <ListBody list={list}>
        {(data) => (
          <>
            <Reviews data={data} supplierId={supplierId} />
            <LoadMore
              hasMore={data.supplierReviews.pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(data.supplierReviews.pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </section>
  );
}

function Reviews({ data, supplierId }: { data: ReceivedReviewsQuery; supplierId: string }) {
  const { t } = useLingui();
  const reviews = data.supplierReviews.edges.map(({ node }) => node);
  if (reviews.length === 0) {
    return (
      <EmptyState picture="cleaning" title={t`还没有评价。`}>
        <Trans>订单完成后，客户可以为您打分和点评。</Trans>
      </EmptyState>
    );
  }
  return reviews.map((review) => {
    // An order may have several suppliers; here stand the marks given to this one.
    const own = review.suppliers.find(({ supplier }) => supplier.id === supplierId);
    return (
      <div key={review.id} className={css.review}>
        <p className="muted small">{review.productTitle}</p>
        <ReviewCard review={{ ...review, ...(own && marksOf(own)) }} />
      </div>
    );
  });
}

function marksOf(score: { overall: number; quality: number; punctuality: number; attitude: number }) {
  const { overall, quality, punctuality, attitude } = score;
  return { overall, quality, punctuality, attitude };
}
