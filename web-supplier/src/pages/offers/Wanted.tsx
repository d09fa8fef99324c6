import { Trans } from "@lingui/react/macro";
import { Camera } from "lucide-react";
import type { OfferPageQuery } from "../../gql/graphql";
import css from "./Wanted.module.css";

type Milestones = NonNullable<OfferPageQuery["supplierTicket"]>["milestones"];

/** What will have to be reported and shown, before one says yes. */
export function Wanted({ milestones }: { milestones: Milestones }) {
  return (
    <section className="card stack" aria-labelledby="wanted">
      <h2 id="wanted">
        <Trans>要上报的节点</Trans>
      </h2>
      <ol role="list" className={css.list}>
        {milestones.map(({ code, name, weight, minPhotos }) => (
          <li key={code}>
            <span>{name}</span>
            <span className="muted small">{weight}%</span>
            <span className={`muted small ${css.photos}`}>
              <Camera size={15} strokeWidth={1.5} aria-hidden />
              {minPhotos > 0 ? <Trans>至少 {minPhotos} 张照片</Trans> : <Trans>不要求照片</Trans>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
