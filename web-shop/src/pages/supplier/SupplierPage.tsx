import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { formatRating } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { ReviewCard } from "@kaidan/web-kit/ui/ReviewCard";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import type { SupplierPageQuery } from "../../gql/graphql";
import css from "./SupplierPage.module.css";

const route = getRouteApi("/shop/s/$supplierId");

type Supplier = NonNullable<SupplierPageQuery["supplier"]>;

/** Who a supplier is and how customers found its work. */
export function SupplierPage() {
  const { t } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { supplier } = data;
  const { edges, pageInfo } = data.supplierReviews;
  useDocumentTitle(supplier?.name);
  if (!supplier) return <NotFoundState home="/" />;
  return (
    <div className={css.page}>
      <SupplierHead supplier={supplier} />
      <section className="card" aria-labelledby="reviews">
        <h2 id="reviews">
          <Trans>客户评价</Trans>
        </h2>
        {edges.length === 0 && <EmptyState title={t`还没有评价。`} picture="host" />}
        {edges.map(({ node }) => (
          <div key={node.id} className={css.review}>
            <ReviewCard review={node} />
            <p className="muted small">{node.productTitle}</p>
          </div>
        ))}
        <LoadMore hasMore={pageInfo.hasNextPage} onMore={() => void loadMore(pageInfo.endCursor)} />
      </section>
    </div>
  );
}

function SupplierHead({ supplier }: { supplier: Supplier }) {
  const { rating, completedCount, introduction, regions } = supplier;
  return (
    <header className={`card ${css.head}`}>
      <span className={css.initial} aria-hidden>
        {supplier.name.slice(0, 1)}
      </span>
      <div className={css.words}>
        <h1>{supplier.name}</h1>
        <p className="muted small">
          <Trans>
            <DateText at={supplier.joinedAt} as="month" /> 加入平台
          </Trans>
        </p>
      </div>
      <dl className={css.figures}>
        <Figure value={rating.overall === null ? "—" : formatRating(rating.overall)}>
          <Trans>综合评分</Trans>
        </Figure>
        <Figure value={String(completedCount)}>
          <Trans>完成单数</Trans>
        </Figure>
        <Figure value={String(rating.count)}>
          <Trans>评价</Trans>
        </Figure>
      </dl>
      {introduction && <p className={css.introduction}>{introduction}</p>}
      {rating.quality !== null && rating.punctuality !== null && rating.attitude !== null && (
        <Marks quality={rating.quality} punctuality={rating.punctuality} attitude={rating.attitude} />
      )}
      <p className={css.regions}>
        <MapPin size={16} strokeWidth={1.75} aria-hidden />
        {regions.map(({ name }) => name).join(" · ")}
      </p>
    </header>
  );
}

type FigureProps = { value: string; children: ReactNode };

function Figure({ value, children }: FigureProps) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{children}</dt>
    </div>
  );
}

function Marks(marks: { quality: number; punctuality: number; attitude: number }) {
  const quality = formatRating(marks.quality);
  const punctuality = formatRating(marks.punctuality);
  const attitude = formatRating(marks.attitude);
  return (
    <p className="muted small">
      <Trans>
        质量 {quality} · 准时 {punctuality} · 态度 {attitude}
      </Trans>
    </p>
  );
}
