import { RegionsSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { useLingui } from "@lingui/react/macro";
import { Controller } from "react-hook-form";
import { z } from "zod";
import { useApplication } from "./application-context";
import { StepActions } from "./StepActions";
import { StepFrame } from "./StepFrame";
import css from "./Steps.module.css";
import { useStepForm } from "./useStepForm";

const schema = z.object({ regions: z.array(z.string()).min(1) });

/** Step 3: the cities where this supplier goes. */
export function RegionsStep() {
  const { t } = useLingui();
  const { application } = useApplication();
  const { form, submit, busy, alert, kept } = useStepForm({
    step: "regions",
    schema,
    defaultValues: { regions: application?.regions.map(({ code }) => code) ?? [] },
    part: (values) => values,
  });
  return (
    <StepFrame step="regions" lead={t`只会收到这些城市的派单。`}>
      <form className={css.form} onSubmit={submit} noValidate>
        <div className="card">
          <Controller
            control={form.control}
            name="regions"
            render={({ field, fieldState }) => (
              <RegionsSelect
                label={t`可以上门的城市`}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
        </div>
        <StepActions step="regions" busy={busy} alert={alert} kept={kept} />
      </form>
    </StepFrame>
  );
}
