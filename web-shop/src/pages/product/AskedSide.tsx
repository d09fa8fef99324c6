import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ProductPageQuery } from "../../gql/graphql";
import css from "./ProductPage.module.css";

type Mode = NonNullable<ProductPageQuery["product"]>["saleMode"];

/** In place of a price, for what is sold by asking: how its price comes about. */
export function AskedSide({ mode, action }: { mode: Mode; action: ReactNode }) {
  return (
    <section className={`card ${css.asked}`} aria-labelledby="price">
      <h2 id="price">
        <AskedWords mode={mode} />
      </h2>
      <p className="muted small">
        {mode === "BIDDING" ? (
          <Trans>填写情况后发起竞价，符合条件的服务商各自报价，截止后一起比较，选定才成交。</Trans>
        ) : (
          <Trans>填写情况后获取报价，平台按您的要求给出报价单，您满意再下单。</Trans>
        )}
      </p>
      <div className={css.askedAction}>{action}</div>
    </section>
  );
}

/** The short of it, for a heading and for the bar of a phone. */
export function AskedWords({ mode }: { mode: Mode }) {
  return mode === "BIDDING" ? <Trans>由服务商竞价</Trans> : <Trans>按需求报价</Trans>;
}
