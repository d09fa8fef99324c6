import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Way } from "./ask-search";
import css from "./Inquiries.module.css";
import { InquiryForm } from "./InquiryForm";

const route = getRouteApi("/shop/signedIn/inquiries/new");

/** Asks suppliers, in one of three ways: about a product, about service items, or in one's own words. */
export function NewInquiryPage() {
  const { t } = useLingui();
  const { data } = usePageQuery(route.useLoaderData());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const product = data.product ?? null;
  const way = search.way ?? (product ? "product" : "need");
  const [cleared, setCleared] = useState(0);
  const turnTo = (next: Way): void => {
    void navigate({ search: (old) => ({ ...old, way: next }), replace: true });
  };
  return (
    <div className={css.narrow}>
      <PageHeader title={t`发布询价`} back="/inquiries">
        <Trans>系统会自动把需求发给合适的服务商，由他们自行报价。</Trans>
      </PageHeader>
      <Ways way={way} product={product?.title ?? null} onTurn={turnTo} />
      <InquiryForm
        key={`${way}-${cleared}`}
        way={way}
        product={way === "product" ? product : null}
        categories={data.categories}
        search={search}
        onCleared={() => setCleared(cleared + 1)}
      />
    </div>
  );
}

type WaysProps = { way: Way; product: string | null; onTurn: (way: Way) => void };

function Ways({ way, product, onTurn }: WaysProps) {
  const { t } = useLingui();
  const all: readonly [Way, string, string][] = [
    ["need", t`描述需求`, t`用自己的话说，配上照片`],
    ["items", t`选择服务项目`, t`列出项目和数量`],
    ["product", t`按商品询价`, product ?? t`从商品页进入`],
  ];
  return (
    <fieldset className={css.ways}>
      <legend className="visually-hidden">{t`询价方式`}</legend>
      {all.map(([value, title, hint]) => (
        <label key={value} className={css.way}>
          <input
            type="radio"
            name="way"
            checked={way === value}
            disabled={value === "product" && !product}
            onChange={() => onTurn(value)}
          />
          <strong>{title}</strong>
          <span className="muted small">{hint}</span>
        </label>
      ))}
    </fieldset>
  );
}
