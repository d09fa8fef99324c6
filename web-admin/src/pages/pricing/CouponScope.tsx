import { useLingui } from "@lingui/react/macro";
import type { CouponSheetFragment } from "../../gql/graphql";

/** What a coupon is limited to, in a line: how many of what. */
export function CouponScope({ scope }: { scope: CouponSheetFragment["scope"] }) {
  const { t } = useLingui();
  const [products, items, suppliers] = [scope.productIds.length, scope.itemIds.length, scope.supplierIds.length];
  const [groups, regions] = [scope.groupIds.length, scope.regionCodes.length];
  const parts = [
    products > 0 && t`${products} 种商品`,
    items > 0 && t`${items} 个服务项目`,
    suppliers > 0 && t`${suppliers} 家服务商`,
    groups > 0 && t`${groups} 个客户分组`,
    regions > 0 && t`${regions} 个城市`,
  ].filter(Boolean);
  return parts.length === 0 ? <span className="muted">{t`不限`}</span> : parts.join(" · ");
}
