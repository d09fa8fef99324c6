import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { visibilityWords } from "@kaidan/web-kit/vocabulary/inquiry-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { Controller, type UseFormReturn, useWatch } from "react-hook-form";
import css from "./Inquiries.module.css";
import { type InquiryValues, openHours } from "./inquiry-schema";

type AnswerRulesProps = {
  form: UseFormReturn<InquiryValues, unknown, InquiryValues>;
  /** Answers to a need do not compare by their totals. */
  withoutAuction: boolean;
};

/** How suppliers answer: a price or a competition, who sees what, until when, how many. */
export function AnswerRules({ form, withoutAuction }: AnswerRulesProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { errors } = form.formState;
  const [kind, visibility] = useWatch({ control: form.control, name: ["kind", "visibility"] });
  const hours = { "2": t`2 小时`, "24": t`1 天`, "48": t`2 天`, "72": t`3 天`, "168": t`7 天` };
  const seen = (withoutAuction ? (["SEALED", "OPEN"] as const) : (["SEALED", "OPEN", "REVERSE"] as const)).map(
    (value) => ({
      value,
      label: i18n._(visibilityWords[value]),
    }),
  );
  return (
    <section className="card stack" aria-labelledby="rules">
      <h2 id="rules">
        <Trans>报价方式</Trans>
      </h2>
      <div className={css.fields}>
        <NativeSelect
          label={t`方式`}
          data={[
            { value: "PRICE", label: t`询价：有人报价就能看` },
            { value: "BIDDING", label: t`竞价：截止后统一开启` },
          ]}
          {...form.register("kind")}
        />
        <NativeSelect
          label={t`报价时间`}
          data={openHours.map((value) => ({ value, label: hours[value] }))}
          error={errors.openHours?.message}
          {...form.register("openHours")}
        />
        {kind === "BIDDING" && (
          <NativeSelect className={css.wide} label={t`报价可见性`} data={seen} {...form.register("visibility")} />
        )}
        {kind === "BIDDING" && visibility === "REVERSE" && (
          <Controller
            control={form.control}
            name="decrement"
            render={({ field, fieldState }) => (
              <MoneyInput {...field} label={t`每次至少降低`} error={fieldState.error?.message} />
            )}
          />
        )}
        <TextInput
          label={t`至少几家报价`}
          type="number"
          min={1}
          max={20}
          error={errors.minBids?.message}
          {...form.register("minBids")}
        />
        <TextInput
          label={t`最多邀请几家`}
          type="number"
          min={1}
          max={20}
          error={errors.maxSuppliers?.message}
          {...form.register("maxSuppliers")}
        />
        <TextInput
          label={t`期望日期（选填）`}
          type="date"
          error={errors.desiredOn?.message}
          {...form.register("desiredOn")}
        />
        <Controller
          control={form.control}
          name="budget"
          render={({ field, fieldState }) => (
            <MoneyInput {...field} label={t`预算（选填）`} error={fieldState.error?.message} />
          )}
        />
        <label className={css.check}>
          <input type="checkbox" {...form.register("budgetShown")} />
          <Trans>告诉服务商我的预算</Trans>
        </label>
      </div>
    </section>
  );
}
