import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { type FormulaSheetFragment, type FormulaVersionTextFragment, PublishFormulaDocument } from "../../gql/graphql";

type PublishSectionProps = {
  formula: FormulaSheetFragment;
  working: FormulaVersionTextFragment;
  /** What is not saved can't be published. */
  dirty: boolean;
  onChanged: (formula: FormulaSheetFragment) => void;
  onRefused: () => Promise<void>;
};

/** Puts a tested version in force from an instant on; says what is still missing, and who may do it. */
export function PublishSection({ formula, working, dirty, onChanged, onRefused }: PublishSectionProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const [from, setFrom] = useState("");
  const { act, busy } = useAct(PublishFormulaDocument, (data) => data.publishFormula);
  if (!formula.draft) return null;
  const { number, state, byAnother, author } = working;
  const ready = state === "TESTED" && !dirty && !byAnother;
  async function publish(): Promise<void> {
    const effectiveFrom = from === "" ? null : new Date(from).toISOString();
    const input = { formulaVersionId: working.id, version: working.version, effectiveFrom };
    const done = await act({ input });
    setAsking(false);
    if (!done?.formula) return onRefused();
    onChanged(done.formula);
    toast.ok(t`v${number} 已发布`);
  }
  return (
    <Section title={t`发布`}>
      <ul className="list small">
        <li>
          {author ? (
            <Trans>
              v{number} 由 {author} 编写
            </Trans>
          ) : (
            <Trans>v{number} 由平台预置</Trans>
          )}
        </li>
        {byAnother && <li>{t`作者与发布人不能是同一人：请另一位有发布权限的同事核对后发布。`}</li>}
        {dirty && <li>{t`有未保存的修改，请先保存草稿。`}</li>}
        {state === "DRAFT" && <li>{t`测试用例全部通过后才能发布。`}</li>}
      </ul>
      {can("pricing.publish") && (
        <div>
          <Button disabled={!ready} onClick={() => setAsking(true)}>
            <Trans>发布</Trans>
          </Button>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`发布 v${number}？`}
        confirmLabel={t`发布`}
        busy={busy}
        onConfirm={() => void publish()}
      >
        <div className="stack">
          <p>
            <Trans>发布后不能再修改。已有的订单和报价单保持原来的价格。</Trans>
          </p>
          <TextInput
            type="datetime-local"
            label={t`从何时起生效`}
            description={t`不填则立即生效`}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        </div>
      </ConfirmDialog>
    </Section>
  );
}
