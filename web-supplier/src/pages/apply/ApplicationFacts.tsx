import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { documentWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ApplyStep } from "../../features/application/gaps";
import type { ApplicationSheetFragment } from "../../gql/graphql";
import css from "./ApplicationFacts.module.css";
import { useApplication } from "./application-context";
import { useStepNames } from "./useStepNames";

type Props = { application: ApplicationSheetFragment; editable?: boolean };

/** The whole application to read; with `editable`, each part leads back to its step. */
export function ApplicationFacts({ application, editable = false }: Props) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { documents, regions } = application;
  return (
    <>
      <Part step="organisation" editable={editable}>
        <Facts
          items={[
            { label: t`机构名称`, value: application.organisation, wide: true },
            { label: t`统一社会信用代码`, value: <span className="mono">{application.uscc}</span>, wide: true },
            { label: t`联系人`, value: application.contactName },
            { label: t`电话`, value: application.contactPhone },
            { label: t`邮箱`, value: application.contactEmail, wide: true },
            { label: t`简介`, value: application.introduction, wide: true },
          ]}
        />
      </Part>
      <Part step="services" editable={editable}>
        <Services services={application.services} />
      </Part>
      <Part step="regions" editable={editable}>
        {regions.map(({ name }) => name).join("、") || t`未填写`}
      </Part>
      <Part step="documents" editable={editable}>
        <ul role="list" className={css.documents}>
          {documents.map(({ kind, file, expiresOn }) => (
            <li key={file.id}>
              <a href={file.url} target="_blank" rel="noreferrer">
                {i18n._(documentWords[kind])}
              </a>
              <span className="muted small">{expiresOn ? <DateText at={expiresOn} as="day" /> : t`长期有效`}</span>
            </li>
          ))}
        </ul>
        {documents.length === 0 && t`未填写`}
      </Part>
    </>
  );
}

function Part({ step, editable, children }: { step: ApplyStep; editable: boolean; children: ReactNode }) {
  const { token } = useApplication();
  const name = useStepNames()[step];
  return (
    <section className="card stack" aria-label={name}>
      <div className={css.head}>
        <h2>{name}</h2>
        {editable && (
          <Link to={`/apply/${step}`} hash={token}>
            <Trans>修改</Trans>
            <span className="visually-hidden">{name}</span>
          </Link>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}

function Services({ services }: { services: ApplicationSheetFragment["services"] }) {
  const { t, i18n } = useLingui();
  if (services.length === 0) return t`未填写`;
  return (
    <ul role="list" className={css.services}>
      {services.map(({ item, costPrice, salePrice, perDay, level }) => {
        const orders = formatNumber(perDay);
        const { unit } = item;
        return (
          <li key={item.id}>
            <strong>{i18n.locale === "en" ? item.nameEn : item.name}</strong>
            <span className="muted">
              <Trans>
                成本价 <Money fen={costPrice} /> · 销售价 <Money fen={salePrice} /> /{unit}
              </Trans>
            </span>
            <span className="muted small">{t`每天 ${orders} 单 · ${level} 级`}</span>
          </li>
        );
      })}
    </ul>
  );
}
