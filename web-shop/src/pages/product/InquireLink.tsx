import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ConfigurationSearch } from "../../features/configure/configuration-search";
import type { SaleMode } from "../../gql/graphql";
import css from "./ProductPage.module.css";

type InquireLinkProps = {
  slug: string;
  /** What was filled in so far; the inquiry begins with it. */
  search: ConfigurationSearch;
  /** How it is sold where this is the page's one deed; without, it is a way beside ordering. */
  primary?: SaleMode;
};

/** On to an inquiry about this product, with everything that was filled in. */
export function InquireLink({ slug, search, primary }: InquireLinkProps) {
  const asked = { ...search, product: slug, way: "product" as const };
  if (primary) {
    return (
      <Link to="/inquiries/new" search={asked} className={css.order}>
        {primary === "BIDDING" ? <Trans>发起竞价</Trans> : <Trans>发布询价</Trans>}
      </Link>
    );
  }
  return (
    <p className="card">
      <Trans>想多比几家？</Trans>{" "}
      <Link to="/inquiries/new" search={asked}>
        <Trans>按这些要求请服务商报价</Trans>
      </Link>
    </p>
  );
}
