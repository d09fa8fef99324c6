import { FormulaEditor } from "@kaidan/web-kit/formula/FormulaEditor";
import { wordsForIssue } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { Controller } from "react-hook-form";
import { Section } from "../../features/console/Section";
import type { CheckedFormula } from "./check-formula";
import type { FormulaFormApi } from "./formula-form";

type ExpressionSectionProps = { form: FormulaFormApi; checked: CheckedFormula; readOnly: boolean };

/** The expression, with what is wrong at its place; what is wrong with parameters and tables stands above it. */
export function ExpressionSection({ form, checked, readOnly }: ExpressionSectionProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const outside = checked.issues.filter(({ data, from, to }) => to === 0 && from === 0 && "name" in data);
  const inside = checked.issues.filter((issue) => !outside.includes(issue));
  return (
    <Section
      title={t`公式`}
      lead={t`可用的名称见下方参数和表格，按 Ctrl+空格 提示。unit_price 是服务商单价，quantity 是数量。`}
    >
      {outside.length > 0 && (
        <Alert color="red" role="alert">
          <ul className="list">
            {outside.map((issue) => (
              <li key={`${issue.code}:${JSON.stringify(issue.data)}`}>{wordsForIssue(i18n, issue)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Controller
        control={form.control}
        name="expression"
        render={({ field }) => (
          <FormulaEditor
            label={t`计算表达式`}
            value={field.value}
            onChange={field.onChange}
            issues={inside}
            variables={checked.variables}
            tables={checked.tables}
            readOnly={readOnly}
          />
        )}
      />
      <details>
        <summary className="small">
          <Trans>可以用什么</Trans>
        </summary>
        <p className="small muted">
          <Trans>
            运算 + - * / % ^，比较 == != &lt; &lt;= &gt; &gt;=，条件 and or not，选择 条件 ? 甲 : 乙 或 if(条件, 甲,
            乙)；函数 min max abs floor ceil round clamp；查表 tier(阶梯表, 数) 和 lookup(对照表,
            文字)。文字写在英文双引号里。
          </Trans>
        </p>
      </details>
    </Section>
  );
}
