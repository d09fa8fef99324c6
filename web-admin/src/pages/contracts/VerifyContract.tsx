import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { KeyHint } from "@kaidan/web-kit/ui/KeyHint";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, TextInput } from "@mantine/core";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { Section } from "../../features/console/Section";
import { RejectContractDocument, type StaffContractDetailsFragment, VerifyContractDocument } from "../../gql/graphql";
import css from "./Contracts.module.css";

const schema = z.object({
  amount: z.string().min(1),
  effectiveOn: z.iso.date(),
  allPages: z.boolean().refine(Boolean),
  signedAndSealed: z.boolean().refine(Boolean),
});

type VerifyContractProps = { contract: StaffContractDetailsFragment; onStale: () => void };

/** What stands on the paper, typed by who compares it, and the two decisions: A verifies, R sends back. */
export function VerifyContract({ contract, onStale }: VerifyContractProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { form, submit, busy, alert } = useVerification({ contract, onStale });
  const { errors } = form.formState;
  const rejecting = useAct(RejectContractDocument, (data) => data.rejectContract);
  async function reject(reason: string): Promise<void> {
    const done = await rejecting.act({ input: { contractId: contract.id, version: contract.version, reason } });
    setAsking(false);
    if (!done) return onStale();
    toast.ok(t`已退回，客户会收到原因`);
  }
  useShortcuts([
    { keys: "a", label: t`核验通过`, run: () => submit() },
    { keys: "r", label: t`退回（填写原因）`, run: () => setAsking(true) },
  ]);
  return (
    <Section title={t`核验`} lead={t`逐页核对签字、日期、印章与页数，并照纸面填写金额。`}>
      <form onSubmit={submit} noValidate className={css.fields}>
        {contract.mine && <Alert color="yellow">{t`这份合同由您出具或录入，需由另一位同事核验。`}</Alert>}
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Checkbox
          label={t`所有页都在，且是本版次`}
          error={errors.allPages && t`请逐页核对后勾选。`}
          {...form.register("allPages")}
        />
        <Checkbox
          label={t`签字或盖章齐全，日期已写`}
          error={errors.signedAndSealed && t`请核对签字与印章后勾选。`}
          {...form.register("signedAndSealed")}
        />
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <>
              <MoneyInput {...field} label={t`纸面金额`} error={fieldState.error?.message} />
              <AmountCheck typed={field.value} contract={contract} />
            </>
          )}
        />
        <TextInput
          type="date"
          label={t`生效日期`}
          error={errors.effectiveOn?.message}
          {...form.register("effectiveOn")}
        />
        <div className={css.actions}>
          <Button type="submit" loading={busy} disabled={contract.mine}>
            <Trans>核验通过</Trans>
            <KeyHint keys="A" />
          </Button>
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>退回</Trans>
            <KeyHint keys="R" />
          </Button>
        </div>
      </form>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`退回这份合同`}
        reasons={[t`缺页，请上传所有页`, t`没有签字或日期`, t`照片看不清`, t`签署的不是最新版次`]}
        confirmLabel={t`退回`}
        busy={rejecting.busy}
        onConfirm={(reason) => void reject(reason)}
      />
    </Section>
  );
}

/** Says at once whether what was typed is what the contract and the order say. */
function AmountCheck({ typed, contract }: { typed: string; contract: StaffContractDetailsFragment }) {
  if (typed === "") return null;
  const same = typed === contract.amount && (!contract.order || contract.order.total === typed);
  return (
    <p className={css.check} data-same={same || undefined} role="status">
      {same ? <CircleCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
      {same ? <Trans>与合同、订单金额一致</Trans> : <Trans>与合同或订单金额不一致</Trans>}
    </p>
  );
}

/** Today in Shanghai, as date inputs have it. */
const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

function useVerification({ contract: { id, version, revision }, onStale }: VerifyContractProps) {
  const { t } = useLingui();
  return useMutationForm({
    name: `verify:${id}:${version}`,
    schema,
    defaultValues: { amount: "", effectiveOn: today(), allPages: false, signedAndSealed: false },
    document: VerifyContractDocument,
    variables: (values, idempotencyKey) => ({
      input: { contractId: id, version, revision, ...values, idempotencyKey },
    }),
    payload: (data) => data.verifyContract,
    onDone: () => {
      toast.ok(t`合同已生效，客户会收到通知`);
    },
    onRefused: ({ userErrors }) => {
      if (userErrors.some(({ code }) => code === "STALE_VERSION")) onStale();
    },
  });
}
