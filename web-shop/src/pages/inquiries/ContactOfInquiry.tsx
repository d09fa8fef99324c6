import { RegionSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { Trans, useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { Controller, type UseFormReturn } from "react-hook-form";
import css from "./Inquiries.module.css";
import type { InquiryValues } from "./inquiry-schema";

/** Where, and whom to ask for: suppliers see the city and a part of the rest until one is chosen. */
export function ContactOfInquiry({ form }: { form: UseFormReturn<InquiryValues, unknown, InquiryValues> }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  return (
    <section className="card stack" aria-labelledby="contact">
      <h2 id="contact">
        <Trans>城市与联系人</Trans>
      </h2>
      <div className={css.fields}>
        <Controller
          control={form.control}
          name="regionCode"
          render={({ field, fieldState }) => <RegionSelect {...field} error={fieldState.error?.message ?? ""} />}
        />
        <TextInput
          label={t`联系人`}
          autoComplete="name"
          error={errors.contactName?.message}
          {...form.register("contactName")}
        />
        <TextInput
          label={t`联系电话`}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          error={errors.contactPhone?.message}
          {...form.register("contactPhone")}
        />
      </div>
      <p className="muted small">
        <Trans>选定之前，服务商只能看到城市、姓氏和部分号码。</Trans>
      </p>
    </section>
  );
}
