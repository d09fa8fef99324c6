import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { ComposerContractsDocument } from "../../gql/graphql";
import type { DraftForm } from "./useDraftForm";

/** Which contract every order of the product is made with; who may not read contracts writes its code. */
export function ContractTemplatePicker({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { can } = useMe();
  const readable = can("contracts.read");
  const { data } = useQuery(ComposerContractsDocument, { skip: !readable });
  const field = form.register("contractTemplate");
  const error = form.formState.errors.contractTemplate?.message;
  const description = t`选择后，客户签署的合同核验通过才开始派单`;
  if (!readable) return <TextInput label={t`合同模板编码`} description={description} error={error} {...field} />;
  const templates = data?.contractTemplates ?? [];
  const code = form.watch("contractTemplate");
  return (
    <NativeSelect label={t`合同模板`} description={description} error={error} {...field} value={code}>
      <option value="">{t`不需要合同`}</option>
      {code && !templates.some((template) => template.code === code) && <option value={code}>{code}</option>}
      {templates.map((template) => (
        <option key={template.id} value={template.code}>
          {template.name}（{template.code}）
        </option>
      ))}
    </NativeSelect>
  );
}
