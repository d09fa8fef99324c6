import { Pitch } from "@kaidan/web-kit/session/Pitch";
import { useLingui } from "@lingui/react/macro";

/** What the shop promises its customers, beside signing in and up. */
export function ShopPromise() {
  const { t } = useLingui();
  return (
    <Pitch
      pictures={["company", "renovation", "wedding"]}
      title={t`从询价到验收，一张单说清楚`}
      points={[
        t`价格怎么来的，逐项写明`,
        t`款项由平台代管，验收后才付给服务商`,
        t`每一步进度经过审核，在订单页实时可见`,
      ]}
    />
  );
}
