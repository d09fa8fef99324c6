import { useQuery } from "@apollo/client/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { Section } from "../../features/console/Section";
import { SupplierItemChoicesDocument } from "../../gql/graphql";
import { emptyService, type NewSupplierValues } from "./new-supplier-schema";
import { ServiceRow } from "./ServiceRow";
import css from "./ServiceRows.module.css";

/** What the new supplier can do, one row per item. */
export function ServiceRows<TChecked>({ form }: { form: UseFormReturn<NewSupplierValues, unknown, TChecked> }) {
  const { t } = useLingui();
  const { data } = useQuery(SupplierItemChoicesDocument);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "services" });
  const problem = form.formState.errors.services;
  const sentence = problem?.root?.message ?? problem?.message;
  return (
    <Section title={t`服务与报价`} lead={t`价格按服务项目的单位计；销售价不低于成本价。`}>
      <ol className={`list ${css.rows}`}>
        {fields.map((field, index) => (
          <ServiceRow
            key={field.id}
            form={form}
            index={index}
            items={data?.serviceItems ?? []}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          />
        ))}
      </ol>
      {sentence && (
        <p role="alert" className={css.problem}>
          {sentence}
        </p>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => append({ ...emptyService })}
        >
          <Trans>添加服务</Trans>
        </Button>
      </div>
    </Section>
  );
}
