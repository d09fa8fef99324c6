import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import { ButtonFields } from "./ButtonFields";
import { ChildButtons } from "./ChildButtons";
import { type MenuValues, menuLimits } from "./menu-schema";

export type MenuFormApi<TChecked> = UseFormReturn<MenuValues, unknown, TChecked>;

/** The buttons side by side, each with the list it opens. */
export function TopButtons<TChecked>({ form }: { form: MenuFormApi<TChecked> }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "draft" });
  const problem = form.formState.errors.draft;
  return (
    <Section
      title={t`按钮`}
      lead={t`最多 3 个按钮，每个可以带 1 到 5 个子按钮。名称一般不超过 4 个汉字，子按钮 7 个。`}
    >
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={form.watch(`draft.${index}.name`)}
            onMove={move}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          >
            <div className="stack">
              <ButtonFields form={form} place={`draft.${index}`} top />
              {form.watch(`draft.${index}.kind`) === "MENU" && <ChildButtons form={form} index={index} />}
            </div>
          </OrderedRow>
        ))}
      </OrderedRows>
      {fields.length < menuLimits.top && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ name: "", kind: "CLICK", key: "", url: "", children: [] })}
          >
            <Trans>添加按钮</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}
