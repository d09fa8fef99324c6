import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Refused } from "@kaidan/web-kit/vocabulary/error-words";
import { wordsForIssue } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { FormFieldset } from "../../features/console/FormGrid";
import { type PriceRuleTextFragment, SavePriceRuleDocument } from "../../gql/graphql";
import { RuleFields } from "./RuleFields";
import { RuleParams } from "./RuleParams";
import { ruleInput, ruleSchema, ruleValues } from "./rule-schema";
import { ScopeFields } from "./ScopeFields";

type RuleFormProps = {
  /** Null makes a rule. */
  ruleId: string | null;
  /** The draft, or what the next draft begins as. */
  shown: PriceRuleTextFragment | undefined;
  groups: readonly { readonly id: string; readonly name: string }[];
  onSaved: (ruleId: string) => void | Promise<void>;
};

/** The editor of a rule's draft. Saving one of a rule in force begins its next version. */
export function RuleForm({ ruleId, shown, groups, onSaved }: RuleFormProps) {
  const { i18n } = useLingui();
  const { can } = useMe();
  const draft = shown?.state === "DRAFT" ? shown : undefined;
  const { form, submit, busy, alert } = useMutationForm({
    name: `save-rule:${ruleId ?? "new"}`,
    schema: ruleSchema,
    defaultValues: ruleValues(shown),
    document: SavePriceRuleDocument,
    variables: (values) => ({ input: { ...ruleInput(values), ruleId, version: draft?.version ?? null } }),
    payload: (data) => data.savePriceRule,
    onDone: async ({ rule }) => {
      if (rule) await onSaved(rule.id);
    },
    onRefused: ({ userErrors }) => {
      const issue = userErrors.map(issueOf).find(Boolean);
      if (!issue) return false;
      form.setError(issue.field, { message: wordsForIssue(i18n, issue) }, { shouldFocus: true });
      return true;
    },
  });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <FormFieldset disabled={!can("pricing.manage")}>
        <RuleFields form={form} />
        <ScopeFields
          value={form.watch()}
          onChange={(name, ids) => form.setValue(name, ids, { shouldDirty: true })}
          groups={groups}
        />
        <RuleParams form={form} />
        <div>
          <Button type="submit" loading={busy} disabled={shown !== undefined && !form.formState.isDirty}>
            {draft || !shown ? <Trans>保存草稿</Trans> : <Trans>存为新版本草稿</Trans>}
          </Button>
        </div>
      </FormFieldset>
      <LeaveGuard dirty={form.formState.isDirty} searchKey="rule" />
    </form>
  );
}

type Issue = {
  field: "condition" | "formula";
  code: Parameters<typeof wordsForIssue>[1]["code"];
  data: Record<string, string>;
};

/** The issue of an expression, with the server's code and place. */
function issueOf({ code, field, data }: Refused): Issue | undefined {
  if (code !== "FORMULA_INVALID" || (field !== "condition" && field !== "formula")) return undefined;
  const { issue, ...rest } = JSON.parse(data ?? "{}") as { issue: Issue["code"] } & Record<string, string>;
  return { field, code: issue, data: rest };
}
