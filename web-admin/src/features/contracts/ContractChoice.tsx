import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { ContractChoicesDocument } from "../../gql/graphql";

type ChoiceProps = {
  /** Code of the template; "" for none. */
  value: string;
  onChange: (code: string) => void;
  description: string;
  /** What choosing none means. */
  none: string;
  error?: string | undefined;
};

/** Which contract is signed before the work; who may not read contracts writes its code. */
export function ContractChoice({ value, onChange, description, none, error }: ChoiceProps) {
  const { t } = useLingui();
  const { can } = useMe();
  const readable = can("contracts.read");
  const { data } = useQuery(ContractChoicesDocument, { skip: !readable });
  const field = {
    value,
    description,
    error,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (!readable) return <TextInput label={t`合同模板编码`} {...field} />;
  const templates = data?.contractTemplates ?? [];
  return (
    <NativeSelect label={t`合同模板`} {...field}>
      <option value="">{none}</option>
      {value && !templates.some((template) => template.code === value) && <option value={value}>{value}</option>}
      {templates.map((template) => (
        <option key={template.id} value={template.code}>
          {template.name}（{template.code}）
        </option>
      ))}
    </NativeSelect>
  );
}
