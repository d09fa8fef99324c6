import { dayOf } from "@kaidan/web-kit/format/days";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { useLingui } from "@lingui/react/macro";
import { MultiSelect, NumberInput, TagsInput, TextInput } from "@mantine/core";
import type { MoreTerms } from "../../features/service/terms";
import css from "./MoreTermsFields.module.css";

type MoreTermsFieldsProps = {
  regions: readonly { code: string; name: string }[];
  values: MoreTerms;
  errors?: { readonly [Field in keyof MoreTerms]?: { readonly message?: string } };
  onChange: (change: Partial<MoreTerms>) => void;
};

/** From when, where and within which limits; all of it may stay empty. */
export function MoreTermsFields({ regions, values, errors = {}, onChange }: MoreTermsFieldsProps) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const count = (value: string | number) => (value === "" ? null : Number(value));
  return (
    <div className={css.fields}>
      <TextInput
        type="date"
        label={t`生效日期`}
        description={t`不填则审核通过后立即生效`}
        min={today}
        value={values.from}
        error={errors.from?.message}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`失效日期`}
        description={t`当天结束后不再派单，不填则长期有效`}
        min={values.from || today}
        value={values.to}
        error={errors.to?.message}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <MoneyInput
        label={t`最低收费（元/单）`}
        description={t`一单至少收这么多`}
        value={values.minCharge}
        error={errors.minCharge?.message}
        onChange={(minCharge) => onChange({ minCharge })}
      />
      <NumberInput
        label={t`同时在手上限`}
        description={t`未完成的服务单达到后不再派`}
        value={values.concurrent ?? ""}
        error={errors.concurrent?.message}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        onChange={(value) => onChange({ concurrent: count(value) })}
      />
      <NumberInput
        label={t`备工时间（小时）`}
        description={t`下单后多久可以上门`}
        value={values.leadHours ?? ""}
        error={errors.leadHours?.message}
        min={0}
        max={2_160}
        allowDecimal={false}
        hideControls
        onChange={(value) => onChange({ leadHours: count(value) })}
      />
      <NumberInput
        label={t`提前预约（小时）`}
        description={t`客户至少提前多久约日期`}
        value={values.noticeHours ?? ""}
        error={errors.noticeHours?.message}
        min={0}
        max={2_160}
        allowDecimal={false}
        hideControls
        onChange={(value) => onChange({ noticeHours: count(value) })}
      />
      <MultiSelect
        className={css.wide}
        label={t`服务区域`}
        description={t`不选则与本单位的服务区域相同`}
        data={regions.map(({ code, name }) => ({ value: code, label: name }))}
        value={values.regions}
        error={errors.regions?.message}
        clearable
        onChange={(chosen) => onChange({ regions: chosen })}
      />
      <TagsInput
        className={css.wide}
        label={t`熟悉的品牌`}
        description={t`写一个按一次回车`}
        value={values.brands}
        error={errors.brands?.message}
        maxTags={20}
        onChange={(brands) => onChange({ brands })}
      />
    </div>
  );
}
