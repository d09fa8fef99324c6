import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { useLingui } from "@lingui/react/macro";
import { MultiSelect } from "@mantine/core";
import { Controller } from "react-hook-form";
import { FormGrid } from "../../features/console/FormGrid";
import { PriceScopeChoicesDocument, PriceScopeSuppliersDocument } from "../../gql/graphql";
import type { RuleFormApi } from "./RuleFields";

type Scope = "productIds" | "itemIds" | "supplierIds" | "groupIds" | "regionCodes";
type Choice = { readonly value: string; readonly label: string };
type Props = { form: RuleFormApi; groups: readonly { readonly id: string; readonly name: string }[] };

/** Where the rule counts; what is left empty is everywhere. Only what the viewer may look at can be chosen. */
export function RuleScopeFields({ form, groups }: Props) {
  const { t } = useLingui();
  const { can } = useMe();
  const setting = useSetting();
  const catalogue = useQuery(PriceScopeChoicesDocument, { skip: !can("catalogue.read") }).data;
  const suppliers = useQuery(PriceScopeSuppliersDocument, { skip: !can("suppliers.read") }).data;
  const named = (list: readonly { id: string; name: string }[] | undefined): Choice[] =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const products = (catalogue?.staffProducts.nodes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const regions = (setting?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FormGrid>
      <ScopeField form={form} name="productIds" label={t`限商品`} choices={products} />
      <ScopeField form={form} name="itemIds" label={t`限服务项目`} choices={named(catalogue?.serviceItems)} />
      <ScopeField form={form} name="supplierIds" label={t`限服务商`} choices={named(suppliers?.staffSuppliers.nodes)} />
      <ScopeField form={form} name="groupIds" label={t`限客户分组`} choices={named(groups)} />
      <ScopeField form={form} name="regionCodes" label={t`限城市`} choices={regions} />
    </FormGrid>
  );
}

type FieldProps = { form: RuleFormApi; name: Scope; label: string; choices: readonly Choice[] };

function ScopeField({ form, name, label, choices }: FieldProps) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => {
        // What is chosen stays choosable, also when the list does not reach it.
        const unknown = field.value.filter((id) => !choices.some(({ value }) => value === id));
        const data = [...choices, ...unknown.map((id) => ({ value: id, label: id.slice(0, 6) }))];
        return (
          <MultiSelect
            ref={field.ref}
            label={label}
            placeholder={field.value.length === 0 ? t`不限` : undefined}
            data={data}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            searchable
            clearable
          />
        );
      }}
    />
  );
}
