import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { FormGrid, wideField } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import type { CategoryChoiceFragment } from "../../gql/graphql";
import type { DraftForm } from "./useDraftForm";

type BasicsProps = {
  form: DraftForm;
  categories: readonly CategoryChoiceFragment[];
  /** Once published, the address in the shop must not move. */
  slugFixed: boolean;
};

/** What customers read. */
export function BasicsSection({ form, categories, slugFixed }: BasicsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { errors } = form.formState;
  return (
    <Section title={t`基本信息`} anchor="basics">
      <FormGrid>
        <TextInput label={t`标题`} error={errors.title?.message} {...form.register("title")} />
        <TextInput label={t`英文标题`} lang="en" error={errors.titleEn?.message} {...form.register("titleEn")} />
        <TextInput
          label={t`网址名`}
          description={slugFixed ? t`发布后不能再改` : t`商城地址的一部分，发布后不能再改`}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          readOnly={slugFixed}
          error={errors.slug?.message}
          {...form.register("slug")}
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
        <Textarea
          label={t`一句话介绍`}
          wrapperProps={wideField}
          autosize
          minRows={2}
          maxRows={4}
          error={errors.summary?.message}
          {...form.register("summary")}
        />
        <Textarea
          label={t`详细说明`}
          description={t`纯文本，空行分段`}
          wrapperProps={wideField}
          autosize
          minRows={4}
          maxRows={16}
          error={errors.description?.message}
          {...form.register("description")}
        />
      </FormGrid>
    </Section>
  );
}
