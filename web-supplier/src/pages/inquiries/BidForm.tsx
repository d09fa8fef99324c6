import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { Controller, useWatch } from "react-hook-form";
import { type BidderInquiryFragment, SaveBidDraftDocument, SubmitBidDocument } from "../../gql/graphql";
import { amountOf, bidContent, bidSchema, startOf, totalOf } from "./bid-form";
import css from "./Inquiries.module.css";

type Files = ComponentProps<typeof FileUpload>["value"];
type BidFormProps = { inquiry: BidderInquiryFragment; onRefused: () => void };

/** The bid by lines, begun from the draft, the version before or the supplier's own price list. */
export function BidForm({ inquiry, onRefused }: BidFormProps) {
  const { t } = useLingui();
  const [files, setFiles] = useState<Files>(() => [
    ...(inquiry.bid?.draft?.files ?? inquiry.bid?.versions[0]?.files ?? []),
  ]);
  const seen = { inquiryId: inquiry.id, version: inquiry.bid?.version ?? 0 };
  const draft = useAct(SaveBidDraftDocument, (data) => data.saveBidDraft, onRefused);
  const { form, submit, busy, alert } = useMutationForm({
    name: `bid:${inquiry.id}`,
    schema: bidSchema,
    defaultValues: startOf(inquiry),
    document: SubmitBidDocument,
    variables: (values, idempotencyKey) => ({
      input: { ...seen, ...bidContent(values), fileIds: files.map(({ id }) => id), idempotencyKey },
    }),
    payload: (data) => data.submitBid,
    onDone: () => toast.ok(t`报价已提交，截止前可以修改或撤回`),
    onRefused: (payload) => {
      if (payload.userErrors.some(({ code }) => code === "STALE_VERSION" || code === "BIDDING_CLOSED")) onRefused();
    },
  });
  const { errors } = form.formState;
  const lines = useWatch({ control: form.control, name: "lines" });
  const keep = async (): Promise<void> => {
    const content = bidContent(form.getValues(), "DRAFT");
    const input = { ...seen, ...content, fileIds: files.map(({ id }) => id) };
    if (await draft.act({ input })) toast.ok(t`草稿已保存，仅本单位可见`);
  };
  return (
    <form onSubmit={submit} noValidate className="card stack" aria-labelledby="bid">
      <h2 id="bid">{inquiry.bid?.number ? <Trans>修改报价</Trans> : <Trans>报价</Trans>}</h2>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      {lines.map((line, index) => (
        <fieldset key={line.key} className={css.line}>
          <legend className="visually-hidden">{line.itemName}</legend>
          <div className={css.lineHead}>
            <strong>{line.itemName}</strong> <Money fen={amountOf(line)} look="muted" />
            {line.lineCode && (
              <div className="muted small">
                {formatNumber(Number(line.quantity))} {line.unit}
              </div>
            )}
          </div>
          {!line.lineCode && (
            <TextInput
              label={t`数量（${line.unit}）`}
              inputMode="decimal"
              error={errors.lines?.[index]?.quantity?.message}
              {...form.register(`lines.${index}.quantity`)}
            />
          )}
          <Controller
            control={form.control}
            name={`lines.${index}.unitPrice`}
            render={({ field, fieldState }) => (
              <MoneyInput {...field} label={t`单价（每${line.unit}）`} error={fieldState.error?.message} />
            )}
          />
          <TextInput
            label={t`单项工期（选填）`}
            inputMode="numeric"
            error={errors.lines?.[index]?.leadDays?.message}
            {...form.register(`lines.${index}.leadDays`)}
          />
          <TextInput label={t`说明（选填）`} {...form.register(`lines.${index}.note`)} />
        </fieldset>
      ))}
      <p className="muted small">
        {inquiry.subject === "NEED" ? (
          <Trans>用得上的项目填数量，用不上的留空。</Trans>
        ) : (
          <Trans>不报的项目请把单价留空。</Trans>
        )}
      </p>
      <div className={css.fields}>
        <Controller
          control={form.control}
          name="leadDays"
          render={({ field, fieldState }) => (
            <NumberInput {...field} label={t`工期（天）`} min={0} max={730} error={fieldState.error?.message} />
          )}
        />
        <Controller
          control={form.control}
          name="validDays"
          render={({ field, fieldState }) => (
            <NumberInput
              {...field}
              label={t`有效期（截止后天数）`}
              min={1}
              max={180}
              error={fieldState.error?.message}
            />
          )}
        />
        <Textarea label={t`价格包含`} rows={2} {...form.register("inclusions")} />
        <Textarea label={t`付款意向（选填）`} rows={2} {...form.register("planWish")} />
        <Textarea className={css.wide} label={t`条款与说明（选填）`} rows={3} {...form.register("terms")} />
      </div>
      <FileUpload purpose="BID" label={t`附件（选填）`} value={files} onChange={setFiles} max={6} />
      <div className={css.total}>
        <span>
          <Trans>
            合计 <Money fen={totalOf(lines)} look="price" />
          </Trans>
        </span>
        <div className={css.actions}>
          <Button type="button" variant="default" loading={draft.busy} onClick={() => void keep()}>
            <Trans>保存草稿</Trans>
          </Button>
          <Button type="submit" loading={busy}>
            <Trans>提交报价</Trans>
          </Button>
        </div>
      </div>
    </form>
  );
}
