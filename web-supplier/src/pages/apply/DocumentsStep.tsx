import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { useApplication } from "./application-context";
import { PaperField } from "./PaperField";
import { kindsOfPaper } from "./papers";
import { StepActions } from "./StepActions";
import { StepFrame } from "./StepFrame";
import css from "./Steps.module.css";
import { useStepForm } from "./useStepForm";

const paperSchema = z.object({
  kind: z.enum(kindsOfPaper),
  file: z.object({ id: z.string(), url: z.string(), mime: z.string(), bytes: z.number() }),
  expiresOn: z.iso.date().nullable(),
});

const schema = z.object({
  papers: z
    .array(paperSchema)
    .max(20)
    .refine((papers) => papers.some(({ kind }) => kind === "BUSINESS_LICENCE"), {
      error: () => i18n._(msg`请上传营业执照。`),
    }),
});

/** Step 4: the papers, each with the day it ends. */
export function DocumentsStep() {
  const { t } = useLingui();
  const { application } = useApplication();
  const { form, submit, busy, alert, kept } = useStepForm({
    step: "documents",
    schema,
    defaultValues: {
      papers: application?.documents.map(({ kind, file, expiresOn }) => ({ kind, file, expiresOn })) ?? [],
    },
    part: ({ papers }) => ({
      documents: papers.map(({ kind, file, expiresOn }) => ({ kind, fileId: file.id, expiresOn })),
    }),
  });
  const papers = useWatch({ control: form.control, name: "papers" });
  const { errors, isSubmitted } = form.formState;
  const missing = errors.papers?.root?.message ?? errors.papers?.message;
  return (
    <StepFrame step="documents" lead={t`照片或 PDF，每份不超过 10 MB。只有审核人员能看到。`}>
      <form className={css.form} onSubmit={submit} noValidate>
        {kindsOfPaper.map((kind) => (
          <PaperField
            key={kind}
            kind={kind}
            papers={papers.filter((paper) => paper.kind === kind)}
            error={kind === "BUSINESS_LICENCE" ? missing : undefined}
            onChange={(own) =>
              form.setValue("papers", [...form.getValues("papers").filter((paper) => paper.kind !== kind), ...own], {
                shouldValidate: isSubmitted,
              })
            }
          />
        ))}
        <StepActions step="documents" busy={busy} alert={alert} kept={kept} />
      </form>
    </StepFrame>
  );
}
