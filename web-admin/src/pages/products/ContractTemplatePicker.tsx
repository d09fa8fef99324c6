import { useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { ContractChoice } from "../../features/contracts/ContractChoice";
import type { DraftForm } from "./useDraftForm";

/** Which contract every order of the product is made with. */
export function ContractTemplatePicker({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name="contractTemplate"
      render={({ field, fieldState }) => (
        <ContractChoice
          value={field.value}
          onChange={field.onChange}
          description={t`选择后，客户签署的合同核验通过才开始派单`}
          none={t`不需要合同`}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
