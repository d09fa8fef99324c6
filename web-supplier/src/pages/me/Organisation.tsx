import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Rating } from "@kaidan/web-kit/ui/Rating";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import type { MePageQuery } from "../../gql/graphql";
import css from "./MePage.module.css";
import { PauseSupplier } from "./PauseSupplier";

export type OwnSupplier = NonNullable<NonNullable<MePageQuery["me"]>["supplier"]>;

/** The organisation as customers and the platform know it, and whether it takes orders. */
export function Organisation({ supplier, onRefused }: { supplier: OwnSupplier; onRefused: () => void }) {
  const { t } = useLingui();
  const { completedCount } = supplier;
  const reason = supplier.reason ?? "";
  return (
    <section className="card stack" aria-labelledby="organisation">
      <div className="row">
        <h2 id="organisation">{supplier.name}</h2>
        <StatusTag of="SupplierState" state={supplier.state} />
      </div>
      {supplier.state === "SUSPENDED" && (
        <div className={css.suspended}>
          <Trans>平台已停止向本单位派单。进行中的服务请照常完成，有疑问请联系平台。</Trans>
          {reason && <p>{reason}</p>}
        </div>
      )}
      {supplier.introduction && <p className={css.introduction}>{supplier.introduction}</p>}
      <Facts
        items={[
          { label: t`服务商编号`, value: <span className="mono">{supplier.code}</span> },
          { label: t`评分`, value: <Rating rating={supplier.rating} /> },
          { label: t`已完成`, value: t`${completedCount} 单` },
          { label: t`服务区域`, value: supplier.regions.map(({ name }) => name).join("、"), wide: true },
        ]}
      />
      <PauseSupplier supplier={supplier} onRefused={onRefused} />
    </section>
  );
}
