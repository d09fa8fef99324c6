import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { lastDayBefore } from "../format/days";
import { serviceFieldWords } from "../vocabulary/service-words";
import { DateText } from "./DateText";
import { Money } from "./Money";
import css from "./ServiceChanges.module.css";

type Field = keyof typeof serviceFieldWords;
export type ServiceChangeRow = { field: Field; before: string | null; after: string | null };

type ServiceChangesProps = {
  changes: readonly ServiceChangeRow[];
  /** The name of a region's code. */
  regionName: (code: string) => string;
};

/** A proposal beside what is in force, field by field, money first. */
export function ServiceChanges({ changes, regionName }: ServiceChangesProps) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  return (
    <table className={css.changes}>
      <caption className="visually-hidden">{t`变更对照`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>内容</Trans>
          </th>
          <th scope="col">
            <Trans>现行</Trans>
          </th>
          <th scope="col">
            <Trans>变更后</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{i18n._(serviceFieldWords[field])}</th>
            <td className={css.before}>
              <Value field={field} value={before} regionName={regionName} />
            </td>
            <td className={css.after}>
              <Value field={field} value={after} regionName={regionName} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ValueProps = { field: Field; value: string | null; regionName: (code: string) => string };

function Value({ field, value, regionName }: ValueProps): ReactNode {
  const { t } = useLingui();
  if (value === null) return <span className="muted">{field === "regions" ? t`全部区域` : t`无`}</span>;
  switch (field) {
    case "salePrice":
    case "costPrice":
    case "minCharge":
      return <Money fen={value} />;
    case "regions":
      return value.split(",").map(regionName).join("、");
    case "brands":
      return value.replaceAll(",", "、");
    case "level":
      return t`${value} 级`;
    case "perDay":
    case "concurrent":
      return t`${value} 单`;
    case "leadHours":
    case "noticeHours":
      return t`${value} 小时`;
    case "effectiveTo":
      return <DateText at={lastDayBefore(new Date(Number(value)).toISOString())} as="day" />;
    default:
      return value;
  }
}
