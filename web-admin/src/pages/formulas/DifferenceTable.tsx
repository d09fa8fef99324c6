import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import css from "./Formulas.module.css";
import type { Difference } from "./formula-difference";

const partWords: Record<Difference["part"], MessageDescriptor> = {
  EXPRESSION: msg`公式`,
  PARAM: msg`参数`,
  TABLE: msg`表格`,
  RESULT: msg`结果与取整`,
  TEST: msg`测试用例`,
};

type DifferenceTableProps = { before: string; after: string; rows: readonly Difference[] };

/** Two versions side by side, only where they differ. */
export function DifferenceTable({ before, after, rows }: DifferenceTableProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  if (rows.length === 0) return <Trans>两个版本的内容相同。</Trans>;
  return (
    <table className={css.difference}>
      <thead>
        <tr>
          <th scope="col">{t`内容`}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.part}:${row.name}`}>
            <th scope="row">
              {i18n._(partWords[row.part])} <span className="mono">{row.name}</span>
            </th>
            <td className={css.before}>
              <pre>{row.before ?? "—"}</pre>
            </td>
            <td className={css.after}>
              <pre>{row.after ?? "—"}</pre>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
