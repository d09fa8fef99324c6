import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TagsInput, Textarea, TextInput } from "@mantine/core";
import { Controller, type UseFormReturn } from "react-hook-form";
import { FormGrid, wideField } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import type { CategoryChoiceFragment } from "../../gql/graphql";
import type { ItemValues } from "./item-schema";

type BasicsProps<TChecked> = {
  form: UseFormReturn<ItemValues, unknown, TChecked>;
  categories: readonly CategoryChoiceFragment[];
};

/** Names, unit and category of an item. */
export function ItemBasics<TChecked>({ form, categories }: BasicsProps<TChecked>) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { errors } = form.formState;
  return (
    <Section title={t`基本信息`}>
      <FormGrid>
        <TextInput label={t`名称`} error={errors.name?.message} {...form.register("name")} />
        <TextInput label={t`英文名称`} lang="en" error={errors.nameEn?.message} {...form.register("nameEn")} />
        <TextInput
          label={t`编码`}
          placeholder="BATH-WP"
          autoComplete="off"
          error={errors.code?.message}
          {...form.register("code")}
        />
        <NativeSelect label={t`分类`} error={errors.categoryId?.message} {...form.register("categoryId")}>
          <option value="" disabled>
            {t`请选择`}
          </option>
          {categories.map(({ id, name, nameEn }) => (
            <option key={id} value={id}>
              {i18n.locale === "en" ? nameEn : name}
            </option>
          ))}
        </NativeSelect>
        <TextInput
          label={t`计价单位`}
          placeholder={t`次、㎡、点位、月`}
          error={errors.unit?.message}
          {...form.register("unit")}
        />
        <Textarea
          label={t`说明（服务商报价时可见）`}
          wrapperProps={wideField}
          autosize
          minRows={2}
          maxRows={8}
          error={errors.description?.message}
          {...form.register("description")}
        />
        <CertificatesField form={form} />
      </FormGrid>
    </Section>
  );
}

/** The papers without which a supplier gets no new work of this item; saving takes its services off the shelves. */
function CertificatesField<TChecked>({ form }: Pick<BasicsProps<TChecked>, "form">) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name="requiredCertificates"
      render={({ field, fieldState }) => (
        <TagsInput
          ref={field.ref}
          label={t`所需资质证书`}
          description={t`每项输入后按回车，名称与服务商上传的证书一致。没有有效证书的服务商不再出现在商城，也不再派新单；已接的单不受影响。`}
          placeholder={field.value.length === 0 ? t`如：电工证` : undefined}
          wrapperProps={wideField}
          maxTags={10}
          splitChars={[",", "，", "、"]}
          value={[...field.value]}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
