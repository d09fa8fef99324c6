import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { useLingui } from "@lingui/react/macro";
import type { ServiceSheetFragment } from "../../gql/graphql";
import { OtherTerms } from "./OtherTerms";
import css from "./TermsFacts.module.css";

/** The numbers of one revision side by side, and its other terms below, where it has any. */
export function TermsFacts({ service }: { service: ServiceSheetFragment }) {
  const { t } = useLingui();
  const { item, perDay, level } = service;
  const { unit } = item;
  const orders = formatNumber(perDay);
  return (
    <>
      <dl className={css.terms}>
        <div>
          <dt>{t`成本价`}</dt>
          <dd>
            <Money fen={service.costPrice} />
            <span className="muted small">/{unit}</span>
          </dd>
        </div>
        <div>
          <dt>{t`销售价`}</dt>
          <dd>
            <Money fen={service.salePrice} />
            <span className="muted small">/{unit}</span>
          </dd>
        </div>
        <div>
          <dt>{t`每天接单`}</dt>
          <dd>{t`${orders} 单`}</dd>
        </div>
        <div>
          <dt>{t`能力等级`}</dt>
          <dd>{t`${level} 级`}</dd>
        </div>
      </dl>
      <OtherTerms service={service} />
      {service.notes && <p className="muted small">{service.notes}</p>}
    </>
  );
}
