import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturn } from "react-hook-form";
import type { NewInquiryPageQuery } from "../../gql/graphql";
import css from "./Inquiries.module.css";
import type { InquiryValues } from "./inquiry-schema";

type NeedSubjectProps = {
  form: UseFormReturn<InquiryValues, unknown, InquiryValues>;
  categories: NewInquiryPageQuery["categories"];
  categoryId: string;
  onCategory: (id: string) => void;
};

/** A need in a line, and the category whose suppliers are asked. */
export function NeedSubject({ form, categories, categoryId, onCategory }: NeedSubjectProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const en = i18n.locale === "en";
  return (
    <div className={css.fields}>
      <TextInput
        label={t`一句话需求`}
        placeholder={t`例如：厨房做一组吊柜和地柜`}
        error={form.formState.errors.title?.message}
        {...form.register("title")}
      />
      <NativeSelect
        label={t`类别`}
        value={categoryId}
        onChange={(event) => onCategory(event.currentTarget.value)}
        data={[
          { value: "", label: t`请选择` },
          ...categories.map((c) => ({ value: c.id, label: en ? c.nameEn : c.name })),
        ]}
      />
    </div>
  );
}
