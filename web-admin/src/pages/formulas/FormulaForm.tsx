import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { FormFieldset, FormFooter } from "../../features/console/FormGrid";
import { Columns } from "../../features/console/Section";
import { StaleNotice } from "../../features/console/StaleNotice";
import { type FormulaSheetFragment, type FormulaTextInput, SaveFormulaDraftDocument } from "../../gql/graphql";
import { BasicsSection } from "./BasicsSection";
import { type CheckedFormula, checkFormula } from "./check-formula";
import { ExpressionSection } from "./ExpressionSection";
import { type FormulaValues, formulaInput, formulaSchema } from "./formula-schema";
import { ParamsSection } from "./ParamsSection";
import { TablesSection } from "./TablesSection";
import { TestsSection } from "./TestsSection";

type FormulaFormProps = {
  initial: FormulaValues;
  /** Which draft is written: of a new formula, or with the version that was seen (null: there is none yet). */
  draft: { fresh: boolean; version: number | null };
  readOnly: boolean;
  onSaved: (formula: FormulaSheetFragment) => void;
  /** Asks for the newest copy after somebody else has changed it. */
  reload?: () => Promise<void>;
  /** Beside the form; told whether something is unsaved. */
  side?: (dirty: boolean) => ReactNode;
};

/** A formula's draft: what it is told, its tables, the expression, and the examples, which run on every change. */
export function FormulaForm({ initial, draft, readOnly, onSaved, reload, side }: FormulaFormProps) {
  const { t } = useLingui();
  const [stale, setStale] = useState(false);
  const { form, submit, busy, alert, setAlert } = useMutationForm({
    name: "save-formula",
    schema: formulaSchema,
    defaultValues: initial,
    document: SaveFormulaDraftDocument,
    variables: (values) => ({ input: { ...draft, code: values.code, name: values.name, text: formulaInput(values) } }),
    payload: (data) => data.saveFormulaDraft,
    onDone: ({ formula }, values) => {
      form.reset(values);
      toast.ok(t`草稿已保存`);
      if (formula) onSaved(formula);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });
  const checked = useChecked(JSON.stringify(formulaInput(form.watch())));
  function save(event: FormEvent): void {
    if (checked.issues.length === 0) return submit(event);
    event.preventDefault();
    setAlert(t`公式还有错误，请先改正标出的地方再保存。`);
  }
  const { isDirty } = form.formState;
  return (
    <form className="stack" onSubmit={save} noValidate>
      {stale && reload && <StaleNotice onReload={reload} />}
      {alert && checked.issues.length > 0 && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Columns
        main={
          <FormFieldset disabled={readOnly}>
            <BasicsSection form={form} fresh={draft.fresh} />
            <ExpressionSection form={form} checked={checked} readOnly={readOnly} />
            <ParamsSection form={form} />
            <TablesSection form={form} />
            <TestsSection form={form} checked={checked} />
          </FormFieldset>
        }
        side={side?.(isDirty)}
      />
      {!readOnly && (
        <FormFooter>
          {alert && checked.issues.length === 0 && <span role="alert">{alert}</span>}
          <Button type="submit" loading={busy} disabled={!isDirty && !draft.fresh}>
            <Trans>保存草稿</Trans>
          </Button>
        </FormFooter>
      )}
      <LeaveGuard dirty={isDirty} />
    </form>
  );
}

/** Checked anew only when something was typed that the formula or its examples see. */
function useChecked(typed: string): CheckedFormula {
  return useMemo(() => checkFormula(JSON.parse(typed) as FormulaTextInput), [typed]);
}
