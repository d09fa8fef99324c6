import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { ButtonFields } from "./ButtonFields";
import css from "./Menu.module.css";
import { menuLimits } from "./menu-schema";
import type { MenuFormApi } from "./TopButtons";

/** The list a button opens. */
export function ChildButtons<TChecked>({ form, index }: { form: MenuFormApi<TChecked>; index: number }) {
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: `draft.${index}.children` });
  const problem = form.formState.errors.draft?.[index]?.children;
  return (
    <div className={css.children}>
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, at) => (
          <OrderedRow
            key={field.id}
            index={at}
            count={fields.length}
            name={form.watch(`draft.${index}.children.${at}.name`)}
            onMove={move}
            onRemove={() => remove(at)}
          >
            <ButtonFields form={form} place={`draft.${index}.children.${at}`} />
          </OrderedRow>
        ))}
      </OrderedRows>
      {fields.length < menuLimits.children && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ name: "", kind: "CLICK", key: "", url: "" })}
          >
            <Trans>添加子按钮</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
