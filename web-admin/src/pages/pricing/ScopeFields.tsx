import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { useLingui } from "@lingui/react/macro";
import { MultiSelect } from "@mantine/core";
import { FormGrid } from "../../features/console/FormGrid";
import { PriceScopeChoicesDocument, PriceScopeSuppliersDocument } from "../../gql/graphql";

/** What a rule or a coupon is about; an empty list is everything. */
export type ScopeValues = Readonly<Record<ScopeName, readonly string[]>>;
type ScopeName = "productIds" | "itemIds" | "supplierIds" | "groupIds" | "regionCodes";
type Choice = { readonly value: string; readonly label: string };
type ScopeFieldsProps = {
  value: ScopeValues;
  onChange: (name: ScopeName, ids: string[]) => void;
  groups: readonly { readonly id: string; readonly name: string }[];
};

/** Where it counts; what is left empty is everywhere. Only what the viewer may look at can be chosen. */
export function ScopeFields({ value, onChange, groups }: ScopeFieldsProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const setting = useSetting();
  const catalogue = useQuery(PriceScopeChoicesDocument, { skip: !can("catalogue.read") }).data;
  const suppliers = useQuery(PriceScopeSuppliersDocument, { skip: !can("suppliers.read") }).data;
  const named = (list: readonly { id: string; name: string }[] | undefined): Choice[] =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const products = (catalogue?.staffProducts.nodes ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const regions = (setting?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const fields: readonly [ScopeName, string, readonly Choice[]][] = [
    ["productIds", t`限商品`, products],
    ["itemIds", t`限服务项目`, named(catalogue?.serviceItems)],
    ["supplierIds", t`限服务商`, named(suppliers?.staffSuppliers.nodes)],
    ["groupIds", t`限客户分组`, named(groups)],
    ["regionCodes", t`限城市`, regions],
  ];
  return (
    <FormGrid>
      {fields.map(([name, label, choices]) => (
        <ScopeField
          key={name}
          label={label}
          choices={choices}
          value={value[name]}
          onChange={(ids) => onChange(name, ids)}
        />
      ))}
    </FormGrid>
  );
}

type FieldProps = {
  label: string;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
};

function ScopeField({ label, choices, value, onChange }: FieldProps) {
  const { t } = useLingui();
  // What is chosen stays choosable, also when the list does not reach it.
  const unknown = value.filter((id) => !choices.some((choice) => choice.value === id));
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t`不限` : undefined}
      data={[...choices, ...unknown.map((id) => ({ value: id, label: id.slice(0, 6) }))]}
      value={[...value]}
      onChange={onChange}
      searchable
      clearable
    />
  );
}
