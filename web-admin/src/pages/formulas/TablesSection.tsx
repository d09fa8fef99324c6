import { tableKindWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import css from "./Formulas.module.css";
import type { FormulaFormApi } from "./formula-form";
import { freeName } from "./formula-schema";

/** Where the formula looks numbers up: by the greatest start at or below a number, or by exactly a text. */
export function TablesSection({ form }: { form: FormulaFormApi }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "tables" });
  return (
    <Section title={t`表格`} lead={t`阶梯表用 tier(表, 数) 查，取不大于它的最大起点；对照表用 lookup(表, 文字) 查。`}>
      {fields.length > 0 && (
        <OrderedRows>
          {fields.map((field, index) => (
            <OrderedRow
              key={field.id}
              index={index}
              count={fields.length}
              name={form.watch(`tables.${index}.name`)}
              onMove={move}
              onRemove={() => remove(index)}
            >
              <TableFields form={form} index={index} />
            </OrderedRow>
          ))}
        </OrderedRows>
      )}
      {fields.length < 20 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() =>
              append({ name: freeName("table", form.getValues()), kind: "TIER", rows: [{ key: "0", value: "1" }] })
            }
          >
            <Trans>添加表格</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function TableFields({ form, index }: { form: FormulaFormApi; index: number }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const kind = form.watch(`tables.${index}.kind`);
  const rows = useFieldArray({ control: form.control, name: `tables.${index}.rows` });
  return (
    <div className="stack">
      <div className={css.tableHead}>
        <TextInput label={t`名称`} classNames={{ input: "mono" }} {...form.register(`tables.${index}.name`)} />
        <NativeSelect label={t`类型`} {...form.register(`tables.${index}.kind`)}>
          {(["TIER", "LOOKUP"] as const).map((each) => (
            <option key={each} value={each}>
              {i18n._(tableKindWords[each])}
            </option>
          ))}
        </NativeSelect>
      </div>
      <table className={css.rows}>
        <thead>
          <tr>
            <th scope="col">{kind === "TIER" ? t`从` : t`文字`}</th>
            <th scope="col">{t`取值`}</th>
            <th scope="col">
              <span className="visually-hidden">{t`移除`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.fields.map((row, at) => (
            <TableRow key={row.id} form={form} index={index} at={at} onRemove={() => rows.remove(at)} />
          ))}
        </tbody>
      </table>
      <div>
        <Button variant="subtle" size="xs" onClick={() => rows.append({ key: "", value: "" })}>
          <Trans>添加一行</Trans>
        </Button>
      </div>
    </div>
  );
}

type TableRowProps = { form: FormulaFormApi; index: number; at: number; onRemove: () => void };

function TableRow({ form, index, at, onRemove }: TableRowProps) {
  const { t } = useLingui();
  const place = at + 1;
  const kind = form.watch(`tables.${index}.kind`);
  return (
    <tr>
      <td>
        <TextInput
          size="xs"
          aria-label={kind === "TIER" ? t`第 ${place} 行起点` : t`第 ${place} 行文字`}
          inputMode={kind === "TIER" ? "decimal" : undefined}
          {...form.register(`tables.${index}.rows.${at}.key`)}
        />
      </td>
      <td>
        <TextInput
          size="xs"
          aria-label={t`第 ${place} 行取值`}
          inputMode="decimal"
          {...form.register(`tables.${index}.rows.${at}.value`)}
        />
      </td>
      <td>
        <ActionIcon variant="subtle" color="gray" aria-label={t`移除第 ${place} 行`} onClick={onRemove}>
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}
