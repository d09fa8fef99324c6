import { formatRating } from "@kaidan/web-kit/format/numbers";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { ReviewCard } from "@kaidan/web-kit/ui/ReviewCard";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ProductPageQuery } from "../../gql/graphql";
import css from "./ProductPage.module.css";

type Product = NonNullable<ProductPageQuery["product"]>;

/** What customers said after their work was accepted, newest first. */
export function ProductReviews({ product, onMore }: { product: Product; onMore: (after: string | null) => void }) {
  const { edges, pageInfo } = product.reviews;
  const { count, overall, quality, punctuality, attitude } = product.rating;
  return (
    <section className="card" aria-labelledby="reviews">
      <h2 id="reviews">
        <Trans>客户评价（{count}）</Trans>
      </h2>
      {edges.length === 0 && (
        <p className="muted">
          <Trans>还没有评价。只有完成服务的客户才能评价。</Trans>
        </p>
      )}
      {overall !== null && (
        <dl className={css.scores}>
          <Score value={overall}>
            <Trans>总评</Trans>
          </Score>
          <Score value={quality}>
            <Trans>质量</Trans>
          </Score>
          <Score value={punctuality}>
            <Trans>准时</Trans>
          </Score>
          <Score value={attitude}>
            <Trans>态度</Trans>
          </Score>
        </dl>
      )}
      {edges.map(({ node }) => (
        <ReviewCard key={node.id} review={node} />
      ))}
      <LoadMore hasMore={pageInfo.hasNextPage} onMore={() => onMore(pageInfo.endCursor)} />
    </section>
  );
}

function Score({ value, children }: { value: number | null; children: ReactNode }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{children}</dt>
      <dd>{formatRating(value)}</dd>
    </div>
  );
}
