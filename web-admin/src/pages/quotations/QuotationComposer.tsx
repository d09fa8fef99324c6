import { RegionSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { FormFooter, FormGrid, FormPage, wideField } from "../../features/console/FormGrid";
import { Columns, Section } from "../../features/console/Section";
import { ContractChoice } from "../../features/contracts/ContractChoice";
import { ComposerLines } from "./ComposerLines";
import { ComposerPlan } from "./ComposerPlan";
import { ComposerProduct } from "./ComposerProduct";
import { ComposerTotals } from "./ComposerTotals";
import { type Draft, isUnfinished, proposedDraft } from "./composer-draft";

type ComposerProps = {
  initial: Draft;
  quotationId: string | null;
  /** Whom it is for, as far as that is known: their groups' prices count. */
  customerId: string | null;
  /** Stands before the rest: whom it is for. */
  children?: ReactNode;
  /** Of a later version: what the customer is told of it. */
  asksForNote: boolean;
  busy: boolean;
  ready?: boolean;
  onSave: (draft: Draft) => void;
};

/** Writes one version: what, by whom, for how much, paid when. The sums are the server's, as it is typed. */
export function QuotationComposer(props: ComposerProps) {
  const { initial, quotationId, customerId, children, asksForNote, busy, ready = true, onSave } = props;
  const { t } = useLingui();
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  return (
    <FormPage
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!busy && ready && !draft.lines.some(isUnfinished)) onSave(draft);
      }}
    >
      <Columns
        main={
          <>
            {children}
            <ComposerProduct
              customerId={customerId}
              onProposal={(regionCode, proposal) => setDraft((old) => proposedDraft(old, regionCode, proposal))}
            />
            <Section title={t`基本信息`}>
              <FormGrid>
                <TextInput
                  label={t`标题`}
                  wrapperProps={wideField}
                  value={draft.title}
                  maxLength={100}
                  required
                  onChange={(event) => change({ title: event.currentTarget.value })}
                />
                <RegionSelect value={draft.regionCode} onChange={(regionCode) => change({ regionCode })} />
                <TextInput
                  type="date"
                  label={t`有效期至`}
                  value={draft.validUntil}
                  required
                  onChange={(event) => change({ validUntil: event.currentTarget.value })}
                />
                <ContractChoice
                  value={draft.contractTemplate ?? ""}
                  onChange={(code) => change({ contractTemplate: code || null })}
                  description={t`选择后，客户签署的合同核验通过才开始派单`}
                  none={t`不另选合同`}
                />
              </FormGrid>
            </Section>
            <ComposerLines
              lines={draft.lines}
              tried={tried}
              regionCode={draft.regionCode}
              onChange={(lines) => change({ lines })}
            />
            <ComposerPlan draft={draft} onChange={(plan) => change({ plan })} />
            <Section title={t`条款与说明`}>
              <Textarea
                label={t`条款`}
                value={draft.terms}
                rows={5}
                maxLength={5000}
                onChange={(event) => change({ terms: event.currentTarget.value })}
              />
              {asksForNote && (
                <Textarea
                  label={t`版本说明（客户可见）`}
                  description={t`这一版改了什么，也是对客户请求的答复。`}
                  value={draft.changeNote}
                  rows={3}
                  maxLength={500}
                  onChange={(event) => change({ changeNote: event.currentTarget.value })}
                />
              )}
            </Section>
          </>
        }
        side={<ComposerTotals draft={draft} quotationId={quotationId} />}
      />
      <FormFooter>
        <Button type="submit" loading={busy} disabled={!ready}>
          <Trans>保存草稿</Trans>
        </Button>
      </FormFooter>
    </FormPage>
  );
}
