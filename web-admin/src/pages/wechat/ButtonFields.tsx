import { menuKeyWords } from "@kaidan/web-kit/vocabulary/delivery-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { get } from "react-hook-form";
import css from "./Menu.module.css";
import { bytesOf, menuKeys, menuLimits } from "./menu-schema";
import type { MenuFormApi } from "./TopButtons";

type Place = `draft.${number}` | `draft.${number}.children.${number}`;

type ButtonFieldsProps<TChecked> = {
  form: MenuFormApi<TChecked>;
  place: Place;
  /** A button of the bar itself; it may also open a list. */
  top?: boolean;
};

/** One button: its name with the bytes it takes, and what a press does. */
export function ButtonFields<TChecked>({ form, place, top = false }: ButtonFieldsProps<TChecked>) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const kind = form.watch(`${place}.kind`);
  const used = bytesOf(form.watch(`${place}.name`));
  const max = top ? menuLimits.topNameBytes : menuLimits.childNameBytes;
  const errors: Partial<Record<string, { message?: string }>> = get(form.formState.errors, place) ?? {};
  const keys = menuKeys.map((value) => ({ value, label: i18n._(menuKeyWords[value]) }));
  return (
    <div className={css.fields}>
      <TextInput
        label={t`名称`}
        error={errors["name"]?.message}
        rightSection={
          <span className={css.bytes} data-over={used > max || undefined} title={t`${used} / ${max} 字节`}>
            {used}/{max}
          </span>
        }
        rightSectionWidth="3.5rem"
        rightSectionPointerEvents="none"
        {...form.register(`${place}.name`)}
      />
      <NativeSelect
        label={t`点击后`}
        data={[
          { value: "CLICK", label: t`在聊天里回复` },
          { value: "VIEW", label: t`打开商城页面` },
          ...(top ? [{ value: "MENU", label: t`展开子按钮` }] : []),
        ]}
        error={errors["kind"]?.message}
        {...form.register(`${place}.kind`)}
      />
      {kind === "CLICK" && (
        <NativeSelect
          label={t`回复内容`}
          data={[{ value: "", label: t`请选择` }, ...keys]}
          error={errors["key"]?.message}
          {...form.register(`${place}.key`)}
        />
      )}
      {kind === "VIEW" && (
        <TextInput
          label={t`页面路径`}
          placeholder="/orders"
          error={errors["url"]?.message}
          {...form.register(`${place}.url`)}
        />
      )}
    </div>
  );
}
