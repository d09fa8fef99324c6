import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { formulaStateWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { type FormulaSheetFragment, type FormulaVersionTextFragment, RetireFormulaDocument } from "../../gql/graphql";
import { DifferenceTable } from "./DifferenceTable";
import css from "./Formulas.module.css";
import { differences } from "./formula-difference";
import { formulaValues } from "./formula-schema";

const route = getRouteApi("/signedIn/pricing/formulas/$code");

type VersionsSectionProps = {
  formula: FormulaSheetFragment;
  working: FormulaVersionTextFragment;
  onChanged: (formula: FormulaSheetFragment) => void;
};

/** Every version there was, newest first; each can be held against the newest one. */
export function VersionsSection({ formula, working, onChanged }: VersionsSectionProps) {
  const { t } = useLingui();
  const { compare } = route.useSearch();
  const navigate = route.useNavigate();
  const compared = formula.versions.find(({ number }) => number === compare);
  const [older, newer] = [compared?.number ?? 0, working.number];
  return (
    <Section title={t`版本`}>
      <ol className={`list ${css.versions}`}>
        {formula.versions.map((version) => (
          <li key={version.id} className={css.version}>
            <span className="row">
              <strong>v{version.number}</strong>
              <WordTag of={formulaStateWords[version.state]} />
            </span>
            <VersionFacts version={version} current={version.id === formula.current?.id} />
            <span className="row">
              {version.id !== working.id && (
                <Button
                  variant="subtle"
                  size="xs"
                  onClick={() => void navigate({ search: { compare: version.number }, resetScroll: false })}
                >
                  <Trans>与 v{newer} 对比</Trans>
                </Button>
              )}
              {version.state === "PUBLISHED" && <Retire version={version} onChanged={onChanged} />}
            </span>
          </li>
        ))}
      </ol>
      <Modal
        opened={compared !== undefined}
        onClose={() => void navigate({ search: {}, resetScroll: false })}
        title={t`v${older} 与 v${newer} 的区别`}
        size="xl"
      >
        {compared && (
          <DifferenceTable
            before={`v${compared.number}`}
            after={`v${working.number}`}
            rows={differences(formulaValues(formula, compared), formulaValues(formula, working))}
          />
        )}
      </Modal>
    </Section>
  );
}

function VersionFacts({ version, current }: { version: FormulaVersionTextFragment; current: boolean }) {
  const { author, publisher, effectiveFrom, createdAt } = version;
  if (!effectiveFrom) {
    return (
      <span className="muted small">
        {author} · <DateText at={createdAt} as="absolute" />
      </span>
    );
  }
  return (
    <span className="muted small">
      {current ? <Trans>正在生效，自</Trans> : <Trans>生效于</Trans>} <DateText at={effectiveFrom} as="absolute" /> ·{" "}
      {author} → {publisher}
    </span>
  );
}

type RetireProps = { version: FormulaVersionTextFragment; onChanged: (formula: FormulaSheetFragment) => void };

/** Takes a published version out of force, after asking once more. */
function Retire({ version, onChanged }: RetireProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(RetireFormulaDocument, (data) => data.retireFormula);
  const { number } = version;
  if (!can("pricing.publish")) return null;
  async function retire(): Promise<void> {
    const done = await act({ input: { formulaVersionId: version.id, version: version.version } });
    setAsking(false);
    if (!done?.formula) return;
    onChanged(done.formula);
    toast.ok(t`v${number} 已停用`);
  }
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => setAsking(true)}>
        <Trans>停用</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`停用 v${number}？`}
        confirmLabel={t`停用`}
        danger
        busy={busy}
        onConfirm={() => void retire()}
      >
        <Trans>停用后改由上一个已发布的版本计价；没有时，用到这个公式的商品暂时无法报价。</Trans>
      </ConfirmDialog>
    </>
  );
}
